// Property tests draw the same cases on every run, so that a red test can be repeated; SEED=… draws others.
import fc from "fast-check";

const seed = Number(process.env["SEED"] ?? "2024");
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
