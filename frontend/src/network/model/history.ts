// What was done to the picture, so that it can be undone and done again.
export interface Step {
  redo(): void
  undo(): void
}

const MOST = 200

export class History {
  private done: Step[] = []
  private undone: Step[] = []

  constructor(private readonly changed: () => void) {}

  do(step: Step) {
    step.redo()
    this.done.push(step)
    if (this.done.length > MOST) this.done.shift()
    this.undone = []
    this.changed()
  }

  undo(): boolean {
    const step = this.done.pop()
    if (!step) return false
    step.undo()
    this.undone.push(step)
    this.changed()
    return true
  }

  redo(): boolean {
    const step = this.undone.pop()
    if (!step) return false
    step.redo()
    this.done.push(step)
    this.changed()
    return true
  }

  forget() {
    this.done = []
    this.undone = []
    this.changed()
  }

  get canUndo() {
    return this.done.length > 0
  }

  get canRedo() {
    return this.undone.length > 0
  }
}
