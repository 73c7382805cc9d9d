// Names of XML vocabularies, each in its transitional and its strict form.

/** Spreadsheet parts. */
export const MAIN: readonly string[] = [
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
];
/** Attributes that point at a relationship. */
export const RELATION: readonly string[] = [
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  "http://purl.oclc.org/ooxml/officeDocument/relationships",
];

/** Bound to the prefix `xml` without being declared. */
export const XML_URI = "http://www.w3.org/XML/1998/namespace";
