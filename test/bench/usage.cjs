"use strict";
const { readFileSync, writeFileSync } = process.getBuiltinModule("node:fs");

// Required by a process that is measured, since an import would start what loads modules: says at its end what it used.
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  const cpu = (user + system) / 1000 + ofChildren();
  const file = process.env["BIZARCH_BENCH_USAGE"];
  if (file) writeFileSync(file, JSON.stringify({ cpu, peak: maxRSS / 1024 }));
});

/** The CPU of the processes that it has waited for, git among them, in ms; 0 where the system does not tell. */
function ofChildren() {
  try {
    // What is in brackets may hold blanks. The times of children are the 16th and 17th field, in hundredths of a second.
    const fields = readFileSync("/proc/self/stat", "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return (Number(fields[13]) + Number(fields[14])) * 10;
  } catch {
    return 0;
  }
}
