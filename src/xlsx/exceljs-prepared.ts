// Stands for the part of exceljs that draws workbooks where the library comes as one prepared file: in browsers.
import ExcelJS from "exceljs";

export default ExcelJS.Workbook;
