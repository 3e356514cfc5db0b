/** What never changes is read once, and what failed again. */
export async function readOnce<T>(held: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const reading = held.get(key) ?? read();
  held.set(key, reading);
  // What failed may succeed the next time.
  reading.catch(() => held.delete(key));
  return reading;
}
