/** The address if a browser may be sent there; undefined for javascript: and its kind. */
export function safeLink(address: string | null): string | undefined {
  if (address === null) {
    return undefined;
  }
  try {
    const url = new URL(address);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : undefined;
  } catch {
    return undefined;
  }
}
