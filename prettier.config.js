// The Office add-in style, with lines as long as the tables of sentences need.
import office from "office-addin-prettier-config";

export default { ...office, printWidth: 130, trailingComma: "all" };
