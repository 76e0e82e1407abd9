// GitHub's client masks each token by a command on standard output: it is for a runner, and long lines on a person's screen.
const write = process.stdout.write.bind(process.stdout) as (...args: unknown[]) => boolean;

process.stdout.write = (...args: readonly unknown[]): boolean => {
  const [text] = args;
  return typeof text === "string" && /^::add-mask::[^\n]*\n$/.test(text) ? true : write(...args);
};
