// Preloaded into every child: when the process that started it is gone, however it went, the child ends as if asked to.
// A child's own workers inherit the preload, but their channel is another's.
const graceMs = 17_000;

if (process.channel && process.env.STARWIRE_PARENT === String(process.ppid)) {
  process.channel.unref();
  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), graceMs).unref();
    process.kill(process.pid, "SIGTERM");
  });
}
