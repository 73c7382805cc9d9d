// The emulated Excel: answers the batches of the real office.js over a workbook in memory. Strict: what it does not know does not exist.
import type { HostArea } from "./area.js";
import { areaText } from "./area.js";
import { HostError } from "./host-error.js";
import type { HostSheet, HostWorkbook } from "./host-workbook.js";
import { emptyWorkbook } from "./host-workbook.js";
import { LOOK_CALLS, LOOK_LEVELS } from "./looks.js";
import type { Member, Thing } from "./members.js";
import { MEMBERS } from "./members.js";

/** Excel on the web takes and gives no more in one go. */
const MOST_BYTES = 5_000_000;

export interface HostOptions {
  readonly workbook?: HostWorkbook;
  /** Highest requirement set, e.g. 1.7; one whose number ends in 0 as text. */
  readonly level?: number | string;
}

interface Argument {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly number[];
}
interface Path {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Argument;
}
interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Argument;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}
interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, Path>>;
}
interface Result {
  readonly ActionId: number;
  readonly Value: unknown;
}

/** Kinds of actions and of object paths on the wire. */
const ACTION = { instantiate: 1, query: 2, call: 3, set: 4, trace: 5, ensure: 6, update: 9 } as const;
const PATH = { root: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;
/** Housekeeping of office.js that changes nothing in the workbook. */
const HOUSEKEEPING = new Set(["_KeepReference", "_RemoveReference"]);

export class ExcelHost {
  readonly workbook: HostWorkbook;
  readonly level: number | string;
  /** Bytes of every request, in order. */
  readonly requests: number[] = [];
  /** Members that were asked for and are not known, or not at this level. */
  readonly unknown: string[] = [];
  /**
   * Called before each action of a request, and once more after the last, when all is done and only the answer is missing;
   * throws a HostError to fail there.
   */
  fault: ((action: string, request: number, index: number, actions: number) => void) | null = null;
  private readonly references = new Map<string, Thing>();

  constructor({ workbook = emptyWorkbook(), level = 1.17 }: HostOptions = {}) {
    this.workbook = workbook;
    this.level = level;
  }

  /** Takes the JSON text of a batch, gives the JSON text of the answer. */
  process(text: string): string {
    const bytes = new TextEncoder().encode(text).length;
    this.requests.push(bytes);
    if (bytes > MOST_BYTES) return failure(new HostError("RequestPayloadSizeLimitExceeded", "the request is over 5 MB"), [], 0);
    const answer = this.batch(JSON.parse(text) as Batch);
    return new TextEncoder().encode(answer).length > MOST_BYTES
      ? failure(new HostError("ResponsePayloadSizeLimitExceeded", "the response is over 5 MB"), [], 0)
      : answer;
  }

  private batch({ Actions, ObjectPaths }: Batch): string {
    const results: Result[] = [];
    const traces: number[] = [];
    const known = new Map<number, Thing | null>();
    const find = (id: number): Thing | null => {
      if (!known.has(id)) known.set(id, this.resolve(ObjectPaths[String(id)]!, find));
      return known.get(id)!;
    };
    const fault = (action: string, index: number): void => this.fault?.(action, this.requests.length, index, Actions.length);
    for (const [index, action] of Actions.entries()) {
      try {
        fault(`${action.ActionType}:${action.Name}`, index);
        if (action.ActionType === ACTION.trace) traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: action.ActionType === ACTION.trace ? null : this.act(action, find) });
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        return failure(error, results, index);
      }
    }
    try {
      fault("answer", Actions.length);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return failure(error, [], Actions.length - 1);
    }
    return JSON.stringify({ Results: results, TraceIds: traces });
  }

  private act(action: Action, find: (id: number) => Thing | null): unknown {
    const thing = find(action.ObjectPathId);
    if (action.ActionType === ACTION.instantiate) return thing === null ? null : this.identity(thing);
    if (action.ActionType === ACTION.query) return thing === null ? null : this.query(thing, action.QueryInfo?.Select ?? []);
    if (action.ActionType === ACTION.ensure || HOUSEKEEPING.has(action.Name)) return null;
    if (thing === null) throw new HostError("ItemNotFound", `there is no object to ${action.Name}`);
    const given = argumentsOf(action.ArgumentInfo, find);
    if (action.ActionType === ACTION.call) return this.call(thing, action.Name, given) ?? null;
    const changes =
      action.ActionType === ACTION.update ? Object.entries(action.ObjectState ?? {}) : [[action.Name, given[0]] as const];
    for (const [name, value] of changes) this.set(thing, name, value);
    return null;
  }

  private resolve(path: Path, find: (id: number) => Thing | null): Thing | null {
    if (path.ObjectPathType === PATH.root) return { kind: "Workbook" };
    if (path.ObjectPathType === PATH.nothing) return null;
    if (path.ObjectPathType === PATH.service) return this.service(path.Name);
    if (path.ObjectPathType === PATH.reference) {
      const kept = this.references.get(path.Name);
      if (kept === undefined) throw new HostError("InvalidReference", `no reference ${path.Name}`);
      return kept;
    }
    const parent = find(path.ParentObjectPathId!);
    if (parent === null) return null;
    const given = argumentsOf(path.ArgumentInfo, find);
    if (path.ObjectPathType === PATH.method) return this.call(parent, path.Name, given) as Thing | null;
    if (path.ObjectPathType === PATH.indexer) return this.call(parent, "GetItem", given) as Thing | null;
    return this.child(parent, path.Name);
  }

  private service(name: string): Thing {
    if (name === "Microsoft.InternalService.AddinInternalService") return { kind: "Addin" };
    if (name === "Microsoft.AppRuntime.AppRuntimeService") return { kind: "Runtime" };
    this.unknown.push(name);
    throw new HostError("ApiNotFound", `this Excel has no service ${name}`);
  }

  private child(parent: Thing, name: string): Thing {
    const look = lookOf(parent, name);
    if (look !== null && LOOK_LEVELS[look.path] !== undefined) {
      this.demand(look.path, LOOK_LEVELS[look.path]);
      return look;
    }
    return this.member(parent, name, "get").get!(this.workbook, parent as never) as Thing;
  }

  private call(thing: Thing, name: string, given: readonly unknown[]): unknown {
    const look = lookOf(thing, name);
    const known = look === null ? undefined : LOOK_CALLS[look.path];
    if (look === null || known === undefined) return this.member(thing, name, "call").call!(this.workbook, thing as never, given);
    this.demand(look.path, known.level);
    if (known.item === true) {
      if (name === "Add") note(look, given.map(shown));
      return { ...look, path: look.path.replace(/\.\w+$/u, `.*`), ...(name === "GetItem" ? { side: given[0] } : {}) };
    }
    note(look, given.map(shown));
    return undefined;
  }

  private set(thing: Thing, name: string, value: unknown): void {
    const look = lookOf(thing, name);
    if (look !== null && LOOK_LEVELS[look.path] !== undefined) {
      this.demand(look.path, LOOK_LEVELS[look.path]);
      note(look, value);
      return;
    }
    this.member(thing, name, "set").set!(this.workbook, thing as never, value);
  }

  private query(thing: Thing, select: readonly string[]): unknown {
    const items = MEMBERS[`${thing.kind}.Items`];
    if (items !== undefined) {
      const list = items.get!(this.workbook, thing as never) as Thing[];
      const inner = select.map((name) => name.replace(/^items\//iu, "")).filter((name) => name.toLowerCase() !== "items");
      return { _Items: list.map((one) => this.query(one, inner)) };
    }
    if (select.length === 0) throw new HostError("InvalidArgument", `${thing.kind} is loaded without naming what`);
    const names = select.map((name) => name.charAt(0).toUpperCase() + name.slice(1)).filter((name) => name !== "$none");
    const wanted = names.filter((name) => !/^\$/u.test(name));
    const values = wanted.map((name) => [name, this.member(thing, name, "get").get!(this.workbook, thing as never)] as const);
    return { ...this.identity(thing), ...Object.fromEntries(values) };
  }

  private identity(thing: Thing): object {
    if (thing.kind === "Worksheet") return { Id: thing.sheet.id };
    if (thing.kind === "NamedItem") return { Name: thing.item.name };
    if (thing.kind !== "Range") return {};
    const id = `reference ${String(this.references.size + 1)}`;
    this.references.set(id, thing);
    return { _ReferenceId: id };
  }

  private member(thing: Thing, name: string, use: "get" | "set" | "call"): Member {
    const path = thing.kind === "Look" ? `${thing.path}.${name}` : `${thing.kind}.${name}`;
    const member = MEMBERS[path];
    this.demand(path, member?.[use] === undefined ? undefined : member.level);
    return member!;
  }

  /** Throws as an Excel does that is too old for a member. */
  private demand(path: string, level: number | undefined): void {
    if (level !== undefined && levelNumber(level) <= levelNumber(this.level)) return;
    this.unknown.push(path);
    throw new HostError("ApiNotFound", `this Excel has no ${path}`, path);
  }
}

/** 1.7 → 7, 1.17 → 17. */
function levelNumber(level: number | string): number {
  return Number(String(level).split(".")[1] ?? "0");
}

function lookOf(thing: Thing, name: string): Extract<Thing, { kind: "Look" }> | null {
  if (thing.kind === "Look") return { ...thing, path: `${thing.path}.${name}` };
  if (thing.kind === "Range") return { kind: "Look", path: `Range.${name}`, sheet: thing.sheet, area: thing.area };
  return thing.kind === "Worksheet" ? { kind: "Look", path: `Worksheet.${name}`, sheet: thing.sheet, area: null } : null;
}

function note({ path, sheet, area, ...more }: { path: string; sheet: HostSheet; area: HostArea | null }, value: unknown): void {
  const side = "side" in more ? String(more.side) : "*";
  sheet.looks.push({ area: area === null ? "" : areaText(area), property: path.replace("*", side), value });
}

function shown(value: unknown): unknown {
  return typeof value === "object" && value !== null && "area" in value ? areaText(value.area as HostArea) : value;
}

function argumentsOf(info: Argument | undefined, find: (id: number) => Thing | null): unknown[] {
  const ids = info?.ReferencedObjectPathIds ?? [];
  return (info?.Arguments ?? []).map((value, i) => (ids[i] ? find(ids[i]) : value));
}

function failure(error: HostError, results: readonly Result[], index: number): string {
  const details = { Code: error.code, Message: error.message, Location: error.location, ActionIndex: index };
  return JSON.stringify({ Error: details, Results: results, TraceIds: [] });
}
