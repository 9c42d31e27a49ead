// What every page has. Without any of it the pages work too, with more clicks.
import { downloads } from "./download.js";
import { drafts } from "./drafts.js";
import { findField } from "./find.js";
import { singleKeys } from "./keys.js";
import { menus } from "./menus.js";
import { passwords } from "./passwords.js";
import { waits } from "./wait.js";

document.documentElement.dataset.scripted = "";
singleKeys(document);
menus(document);
passwords(document);
downloads(document);
waits(document);
drafts(document);
for (const form of document.querySelectorAll("[data-find]")) findField(form);
