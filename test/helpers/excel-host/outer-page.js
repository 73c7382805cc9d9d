// The page around the pane: plays Excel on the web over postMessage, as the real office.js expects it. Batches go to the test process.
const CONVERSATION = "conversation";
const APP = "app";
const MESSAGE = { request: 0, response: 1 };
/** What the pane tells about the focus: Tab went past its last element, or before its first one. */
const LEAVING = [13, 14];
const ACTION = { invoke: 0, register: 1, unregister: 2 };
const RESPONSE = { answer: 0, event: 1 };
/** What a person may do with the open workbook. */
const CLIENT_MODE = { reading: 0, writing: 1 };
/** Numbers that office.js gives its calls and events. */
const CALL = { batch: 93, commandDone: 94 };
const EVENT = { command: 39 };

/** Who listens to which event. */
const listeners = new Map();
/** Everything that office.js asked for, for tests. */
window.calls = [];
/** How often the focus was sent out of the pane. */
window.exits = 0;
/** How each command ended; 0 is well. */
window.commandsDone = [];

const { level, ribbon, address, readOnly } = Object.fromEntries(new URLSearchParams(location.search));
const APP_NUMBER = 16;

function appContext() {
  const sets = {
    ExcelApi: level,
    ...(ribbon === "false" ? {} : { SharedRuntime: "1.2", AddinCommands: "1.1" }),
    RichApiRuntime: "1.1",
    File: "1.1",
    Settings: "1.1",
  };
  return {
    _id: APP,
    _appName: APP_NUMBER,
    _appVersion: 16,
    _appMinorVersion: 1,
    _appUILocale: "vi-VN",
    _dataLocale: "vi-VN",
    _docUrl: address ?? "https://tonghop.test/tai-lieu/so-tong-hop.xlsx",
    _clientMode: readOnly === "true" ? CLIENT_MODE.reading : CLIENT_MODE.writing,
    _settings: [],
    _reason: 1,
    _osfControlType: 1,
    _eToken: "",
    _correlationId: "correlation",
    _appInstanceId: "instance",
    _hostFullVersion: "16.0.18000.0",
    _addinName: "Tổng hợp",
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: 0,
    _requirementMatrix: JSON.stringify(sets),
  };
}

function send(message, data, type = RESPONSE.answer, error = 0) {
  const answer = {
    _messageType: MESSAGE.response,
    _actionName: message._actionName,
    _conversationId: message._conversationId,
    _correlationId: message._correlationId,
    _origin: location.origin,
    _data: data,
    _errorCode: error,
    _responseType: type,
    _serializerVersion: 1,
  };
  document.querySelector("iframe").contentWindow.postMessage(JSON.stringify(answer), location.origin);
}

async function answer(message) {
  const data = message._data ?? {};
  const call = data.DdaMethod?.DispatchId;
  window.calls.push(call === undefined ? message._actionName : `${message._actionName}:${call}`);
  if (message._actionType === ACTION.register) {
    listeners.set(data.eventDispId, message);
    return send(message, { Error: 0, Version: 1 });
  }
  if (message._actionType === ACTION.unregister) {
    listeners.delete(data.eventDispId);
    return send(message, { Error: 0, Version: 1 });
  }
  if (message._actionName === "ContextActivationManager_getAppContextAsync") return send(message, appContext());
  if (message._actionName === "ContextActivationManager_notifyHost" && LEAVING.includes(data[1])) window.exits += 1;
  if (message._actionName !== "executeMethod") return send(message, null);
  if (call === CALL.batch) {
    const body = await window.processBatch(data.ArrayData[4]);
    return send(message, { Error: 0, Version: 1, Data: [200, [], body] });
  }
  if (call === CALL.commandDone) window.commandsDone.push(data[1]);
  return send(message, { Error: 0, Version: 1 });
}

addEventListener("message", ({ data }) => {
  let message;
  try {
    message = JSON.parse(data);
  } catch {
    return;
  }
  if (message._messageType === MESSAGE.request) void answer(message);
});

let presses = 0;

/** A button on the ribbon is pressed. */
window.pressButton = (name) => {
  presses += 1;
  const event = { 0: `press ${presses}`, 1: name, 2: JSON.stringify({ source: { id: name } }) };
  send(listeners.get(EVENT.command), event, RESPONSE.event);
};

addEventListener("DOMContentLoaded", () => {
  const frame = document.createElement("iframe");
  frame.name = "pane";
  frame.title = "Tổng hợp";
  const host = `_host_Info=Excel$Web$16.01$vi-VN$correlation$$0$#&_xdm_Info=${[CONVERSATION, APP, encodeURIComponent(location.origin)].join("|")}`;
  frame.src = `taskpane.html?${host}`;
  document.body.append(frame);
});
