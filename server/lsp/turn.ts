/**
 * Lets everything that has already arrived be heard before work begins. A microtask would not do: the messages of the
 * client, and among them what it takes back, come as tasks of their own.
 */
export function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    // A timer waits for a millisecond at least; where there is no other way, such as in a browser, it has to do.
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
