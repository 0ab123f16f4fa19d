// Once the report that was written here has been received, its draft is no longer needed.

import { arrived, forget, leaving } from "./draft-store.js";

document.querySelector("form[data-sends]")?.addEventListener("submit", leaving);
if (document.querySelector("[data-received]") && arrived()) forget();
