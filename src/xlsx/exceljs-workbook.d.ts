// The part of exceljs that draws workbooks, by itself: loading the rest, which reads and streams, takes longer than a form.
declare module "exceljs/lib/doc/workbook.js" {
  import { Workbook } from "exceljs";
  export default Workbook;
}
