// What moves under a pressed pointer makes the press miss: whatever shifts the page waits until the pointer is released.

/** A pointer that is held longer, or released where nobody sees it, holds nothing up. */
const LONGEST_MS = 1000;

let pressed = false;
let latest: ReturnType<typeof setTimeout> | undefined;
let waiting: (() => void)[] = [];

/** Begins to watch the pointers of a window. */
export function watchPointers(view: Window): void {
  view.addEventListener(
    "pointerdown",
    () => {
      pressed = true;
      clearTimeout(latest);
      latest = setTimeout(release, LONGEST_MS);
    },
    true,
  );
  // What was waiting comes before the answer to the click, which is on its way to what was pressed and reaches it all the same.
  view.addEventListener("click", release, true);
  for (const end of ["pointerup", "pointercancel"] as const) view.addEventListener(end, () => void setTimeout(release), true);
}

function release(): void {
  clearTimeout(latest);
  pressed = false;
  const acts = waiting;
  waiting = [];
  for (const act of acts) act();
}

/** Runs something at once, or as soon as no pointer is pressed. */
export function whenReleased(act: () => void): void {
  if (pressed) waiting.push(act);
  else act();
}
