// Lint: type-aware rules for the source, plain ones for tests and scripts, the Office rules where Office is spoken.
import officeAddins from "eslint-plugin-office-addins";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/**", "node_modules/**", "demo-ket-qua/**", "coverage/**"] },
  ...tseslint.configs.recommended,
  {
    files: ["src/**/*.ts"],
    extends: [...tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  {
    files: ["**/*.ts"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "max-lines": ["error", { max: 300 }],
      "@typescript-eslint/unbound-method": "off",
      "no-console": "error",
      eqeqeq: "error",
    },
  },
  { files: ["test/**/*.ts", "bench/**/*.ts", "scripts/**/*.ts"], rules: { "max-lines": "off", "no-console": "off" } },
  { files: ["src/addin/**/*.ts"], plugins: { "office-addins": officeAddins }, rules: officeRules() },
);

/** Only the rules that are about Office; the general ones stand above. */
function officeRules() {
  const all = Object.keys(officeAddins.rules);
  return Object.fromEntries(all.map((name) => [`office-addins/${name}`, "error"]));
}
