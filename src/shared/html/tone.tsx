/** How a thing stands. Colour only repeats what shape and word already say. */
export type Tone = 'done' | 'due' | 'late' | 'idle' | 'info';

const SHAPES: Readonly<Record<Tone, string>> = {
  done: 'M8 .5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zm3.3 4.300l-4.4 4.7-2.2-2.1-1.2 1.3 3.5 3.3 5.7-6z',
  due: 'M8 1l7.5 13.500H.5zM7.1 6v4.500h1.800V6zm0 5.500v1.800h1.800v-1.800z',
  late: 'M.5.5h15v15H.5zM7 3.500v6h2v-6zm0 7.500v2h2v-2z',
  idle: 'M8 .5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zm0 1.900a5.6 5.6 0 1 0 0 11.2 5.6 5.6 0 0 0 0-11.200z',
  info: 'M8 0l8 8-8 8-8-8zM7 7v5h2V7zm0-3v2h2V4z',
};

/** Disc with a tick, triangle, square, ring, lozenge: told apart without colour. */
export function ToneShape({ tone }: { readonly tone: Tone }) {
  return (
    <svg class="shape" viewBox="0 0 16 16" fill-rule="evenodd" aria-hidden="true">
      <path d={SHAPES[tone]} />
    </svg>
  );
}
