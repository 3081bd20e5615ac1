import { writeFileSync } from "node:fs";

// Imported into a process that is measured: says at its end what it used.
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  const file = process.env["BIZARCH_BENCH_USAGE"];
  if (file) writeFileSync(file, JSON.stringify({ cpu: (user + system) / 1000, peak: maxRSS / 1024 }));
});
