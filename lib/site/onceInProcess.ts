/**
 * Something that a process has once. A module of ours may be in it several times: pages are bundled apart from the server
 * that has them rendered, and Next loads modules anew with each change of the code. So it is kept on globalThis.
 * @param name tells it from others; whoever gives the same name means the same type
 */
export function onceInProcess<Value>(name: string, make: () => Value): Value {
  const key = Symbol.for(`saxaul.${name}`);
  if (!Reflect.has(globalThis, key)) Reflect.set(globalThis, key, make());
  // Put there above, by whoever asked first.
  return Reflect.get(globalThis, key) as Value;
}
