// Numbers and distances as the reader of the page expects them.

export function number(value, language) {
  return new Intl.NumberFormat(language).format(value);
}

export function distance(metres, language) {
  if (metres < 1000) return `${number(Math.round(metres / 10) * 10, language)} m`;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(metres / 1000)} km`;
}
