/** ELK itself, with the face of a worker, that runs in the thread that makes it: ours is a worker already. */
declare module "elkjs/lib/elk-worker.min.js" {
  export const Worker: typeof globalThis.Worker;
}
