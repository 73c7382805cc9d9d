// Everything that opens or makes workbooks besides the reports: one part of the program, loaded at first use.
export { figuresByUnit } from "../../sheets/consolidated-reading.js";
export { demonstrate } from "./demo.js";
export { formFile, formPreview, formsZip } from "./forms.js";
export { consolidatedFrom, controlFrom, unitsFrom } from "./open.js";
export { bookOf, previewOf, printOf } from "./products.js";
export { template } from "./templates.js";
