/**
 * Lets everything that has already arrived be heard before work begins. A microtask would not do: the messages of the
 * client, and among them what it takes back, come as tasks of their own.
 */
export function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
