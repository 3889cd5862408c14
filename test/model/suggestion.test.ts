import { describe, expect, it } from 'vitest'
import { closest } from '../../src/model/suggestion.ts'

describe('what may have been meant', () => {
  it.each([
    ['targt', ['title', 'target', 'type'], 'target'],
    ['taregt', ['target'], 'target'],
    ['Period', ['period'], 'period'],
    ['reduce-by', ['reduce_by', 'increase_by'], 'reduce_by'],
    ['idd', ['id', 'no'], 'id'],
    ['jbos', ['jobs', 'jabs'], 'jobs'],
  ])('%s of %j is %s', (word, candidates, meant) => {
    expect(closest(word, candidates)).toBe(meant)
  })

  it('is nothing where no candidate is near', () => {
    expect(closest('accumulate', ['id', 'name', 'target'])).toBeNull()
    expect(closest('xy', ['id'])).toBeNull()
    expect(closest('', ['id'])).toBeNull()
    expect(closest('id', [])).toBeNull()
  })

  it('is the first of equals', () => {
    expect(closest('cat', ['bat', 'hat'])).toBe('bat')
  })

  it('is not sought for a word of any length', () => {
    const long = 'a'.repeat(1_000_000)
    expect(closest(long, [long])).toBeNull()
    expect(closest('target', [long, 'target'])).toBe('target')
  })
})
