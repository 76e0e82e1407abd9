const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"] as const;

/** How long one frame stands, in ms. */
export const FRAME_MS = 100;

/**
 * @param ms any clock that goes on, in ms
 * @returns the frame of that time
 */
export function spinnerAt(ms: number): string {
  return FRAMES[Math.floor(ms / FRAME_MS) % FRAMES.length] ?? FRAMES[0];
}
