// What the cards of mobile coverage tell: a dot, or a small area with its three truths.

import { number } from "./map-words.js";

export function aboutPoint({ title, told, page }, { mobile }) {
  return [title, told.split("\n"), page && { path: page, words: mobile.see }];
}

export function aboutRanked({ rank, name, newly_covered: covered }, { mobile, language }) {
  return [`${rank}. ${name}`, [mobile.ranked.replace("{number}", number(covered, language))]];
}

export function aboutCover(facts, { mobile: { words, least }, language }) {
  const kind = words.kinds[facts.disagreement];
  const lines = [
    `${words.reportedTitle}: ${reported(facts, words, language)}`,
    `${words.measuredTitle}: ${measured(facts, words, language, least)}`,
    `${words.predictedTitle}: ${predicted(facts, words, language)}`,
  ];
  if (kind) lines.push(kind);
  if (facts.disagreement === "agree") lines.push(words.agree);
  return [words.title, lines];
}

function reported({ reported_lacking: lacking, reported_known: known, withheld }, words, language) {
  if (lacking !== undefined) return filled(words.reported, { lacking, known }, language);
  return withheld?.includes("reported_lacking") ? words.hidden : words.unknown;
}

function measured(facts, words, language, least) {
  const { measurements, measured: strength, median_dbm: median } = facts;
  if (!measurements) return words.notMeasured;
  if (strength === undefined) {
    return measurements < least ? filled(words.tooFew, { number: measurements }, language) : words.unknown;
  }
  const { measured_from: from, measured_until: until } = facts;
  const days = until && { oldest: day(from ?? until, language), newest: day(until, language) };
  const told = filled(days ? words.measured : words.measuredUndated, { median, number: measurements, ...days }, language);
  return `${words.signals[strength]} ${told}`;
}

function predicted(facts, words, language) {
  const { predicted_likely: likely, predicted_uncertain: uncertain, predicted_unlikely: unlikely } = facts;
  if (likely !== undefined) {
    return `${filled(words.predicted, { likely, uncertain, unlikely }, language)} ${words.ground}`;
  }
  return facts.withheld?.includes("predicted_unlikely") ? words.hidden : words.unknown;
}

function filled(sentence, values, language) {
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, typeof value === "number" ? number(value, language) : value),
    sentence,
  );
}

function day(written, language) {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(written));
}
