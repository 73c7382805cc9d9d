// All jobs but the first one that every page asks for: loaded when there is something to read or to make.
import type { JobName } from "../../ui/jobs.js";
import type { Doing } from "./desk-state.js";
import { deskJobs } from "./desk.js";
import { readerJobs } from "./reader.js";

export function allJobs(): Doing<Exclude<JobName, "templates">> {
  return { ...deskJobs(), ...readerJobs() };
}
