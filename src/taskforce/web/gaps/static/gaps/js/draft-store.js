// Where the draft lies: in this browser alone. A browser that keeps nothing is left in peace.

const NAME = "gap-draft";
const UNDER_WAY = "gap-draft-sent";

export function kept() {
  try {
    return JSON.parse(localStorage.getItem(NAME));
  } catch {
    return null;
  }
}

export function remember(values) {
  try {
    localStorage.setItem(NAME, JSON.stringify(values));
    return true;
  } catch {
    return false;
  }
}

export function forget() {
  try {
    localStorage.removeItem(NAME);
  } catch {
    // Nothing was kept.
  }
}

export function leaving() {
  try {
    sessionStorage.setItem(UNDER_WAY, "yes");
  } catch {
    // The draft stays, and can be deleted on the form.
  }
}

// Whether a receipt is that of the draft, and not of an earlier report.
export function arrived() {
  try {
    const sent = sessionStorage.getItem(UNDER_WAY) === "yes";
    sessionStorage.removeItem(UNDER_WAY);
    return sent;
  } catch {
    return false;
  }
}
