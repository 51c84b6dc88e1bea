/* The list of briefings: topics and people on file are offered while one is typed. */
import { startNames } from "./names.js"

for (const form of document.querySelectorAll(".filters form, form#bulk")) startNames(form)
