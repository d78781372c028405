// What can be drawn with: a canvas on the page, or SVG text. Both are given the same batches.
export interface Stroke {
  colour: string
  width: number
  dash?: number[]
}

export interface Lettering {
  size: number
  weight: number
  colour: string
  halo: string
  anchor?: 'start' | 'middle'
}

export interface Pen {
  /** Lines as x, y, x, y, … in pixels, all in one stroke. */
  lines(points: number[], stroke: Stroke): void
  /** Circles or rounded squares as x, y, r, … in one fill. */
  circles(points: number[], fill: string | null, ring?: Stroke): void
  squares(points: number[], fill: string | null, ring?: Stroke): void
  text(words: string, x: number, y: number, how: Lettering): void
  widthOf(words: string, how: Lettering): number
}

export const CORNER = 0.38 // of the half side

export const FONT = '"Inter Variable", Inter, system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'
