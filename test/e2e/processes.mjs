import { spawn } from "node:child_process";
import { constants } from "node:os";

/**
 * @typedef {object} Running
 * @property {() => string} log what it has said so far
 * @property {() => boolean} hasEnded
 * @property {Promise<unknown>} ended
 * @property {() => Promise<void>} stop
 */

/** What has to end with this process, each the leader of a group. */
const leaders = /** @type {Set<number>} */ (new Set());

const patience = 5_000;

/**
 * Starts a program in a process group of its own, which ends as a whole: when told to, or when this process does.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Running}
 */
export function start(program, args) {
  endTogether();
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], detached: true });
  if (child.pid !== undefined) leaders.add(child.pid);
  const output = /** @type {string[]} */ ([]);
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(String(chunk)));
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(output.push(String(error))));
    child.once("exit", resolve);
  });
  return {
    log: () => output.join(""),
    hasEnded: () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null,
    ended,
    stop: () => stop(child.pid, ended),
  };
}

/**
 * @param {number | undefined} leader `undefined` where the program could not be started
 * @param {Promise<unknown>} ended
 */
async function stop(leader, ended) {
  if (leader === undefined) return;
  kill(leader, "SIGTERM");
  const hurry = setTimeout(() => kill(leader, "SIGKILL"), patience);
  await ended;
  clearTimeout(hurry);
  kill(leader, "SIGKILL");
  leaders.delete(leader);
}

/**
 * @param {number} leader
 * @param {NodeJS.Signals} signal
 */
function kill(leader, signal) {
  try {
    process.kill(-leader, signal);
  } catch {
    // The group has ended by itself.
  }
}

const killAll = () => leaders.forEach((leader) => kill(leader, "SIGKILL"));

/** A signal ends a process without its `exit` event, so each is turned into a plain exit. */
function endTogether() {
  if (process.listeners("exit").includes(killAll)) return;
  process.once("exit", killAll);
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
