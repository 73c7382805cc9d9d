// The standalone page: the app on files, without any host.
import { startApp } from "../ui/app.js";
import { startBackground } from "../ui/background.js";
import { pagePlatform } from "./platform.js";

const root = document.getElementById("app");
if (root === null) throw new Error("the page has no place for the app");
const app = startApp(
  root,
  pagePlatform(startBackground(() => new Worker(new URL("./worker/main.ts", import.meta.url), { name: "tonghop" }))),
);

window.addEventListener("beforeunload", (event) => {
  const { checked, demo, targets, round } = app.state();
  const reviewing = targets !== null && round === null;
  if (reviewing || (checked !== null && !demo)) event.preventDefault();
});

if ("serviceWorker" in navigator && location.protocol === "https:") void navigator.serviceWorker.register("service-worker.js");
