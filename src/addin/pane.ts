// The task pane: waits for Excel, starts the app in it, connects the ribbon. Outside Excel the page takes its place.
import { startApp } from "../ui/app.js";
import { startBackground } from "../ui/background.js";
import { connectCommands, openControlIfHere } from "./commands.js";
import { panePlatform } from "./platform.js";
import { keepTabOrder } from "./tab-order.js";
import { takeTheme } from "./theme.js";

/** The page that needs no Excel; it lies beside the pane. */
const PAGE = "index.html";

void Office.onReady(async ({ host }) => {
  if (host !== Office.HostType.Excel) {
    location.replace(PAGE);
    return;
  }
  const root = document.getElementById("app");
  if (root === null) throw new Error("the pane has no place for the app");
  // From here on loading.js offers the page no more.
  document.documentElement.dataset["ready"] = "true";
  document.getElementById("loading")?.remove();
  document.getElementById("fallback")?.remove();
  takeTheme(document);
  keepTabOrder(document);
  const background = startBackground(() => new Worker(new URL("../web/worker/main.ts", import.meta.url), { name: "tonghop" }));
  const platform = panePlatform(background);
  const app = startApp(root, platform);
  connectCommands(app, platform);
  await app.settled();
  await openControlIfHere(app);
});
