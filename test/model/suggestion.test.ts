import { describe, expect, it } from 'vitest'
import { boundedSuggestions, closest, suggestionFor, suggestionsAmong } from '../../src/model/suggestion.ts'

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

  it('is within a third of the letters of longer words, and two swapped letters are one slip', () => {
    expect(closest('abcdefghi', ['abcxyzghi'])).toBe('abcxyzghi')
    expect(closest('abcdefghi', ['abwxyzghi'])).toBeNull()
    expect(closest('ba', ['ab'])).toBe('ab')
    // One letter moved is two.
    expect([closest('ab', ['bc']), closest('ab', ['ca'])]).toEqual([null, null])
    expect(closest('abcd', ['bacde'])).toBeNull()
    // One changed and two swapped are two.
    expect(closest('xba', ['yab'])).toBeNull()
  })

  it('is else the eight nearest of what there is, first those that hold the word', () => {
    const others = Array.from({ length: 9 }, (_, index) => `road-${index}`)
    expect(suggestionFor('2017', [...others, 'nam-2018', 'ha-nam-2017'])).toEqual([
      'ha-nam-2017',
      ...others.slice(0, 7),
    ])
    expect(suggestionFor('beach', ['road', 'beak', 'jobs'])).toEqual(['beak', 'road', 'jobs'])
    expect(suggestionFor('jbos', ['roads', 'jobs'])).toBe('jobs')
    expect(suggestionFor('jobs', [])).toBeNull()
  })

  it('is told for the first fifty words only, and the same again for one that comes again', () => {
    const suggest = boundedSuggestions()
    const told = Array.from({ length: 51 }, () => suggest('jbos', () => ['jobs']))
    expect(told).toEqual([...Array(50).fill('jobs'), null])
    const among = suggestionsAmong(() => ['jobs'])
    for (let index = 0; index < 60; index++) expect(among('jbos')).toBe('jobs')
  })

  it('is the first of equals', () => {
    expect(closest('cat', ['bat', 'hat'])).toBe('bat')
  })

  it('is not sought for a word of any length', () => {
    const long = 'a'.repeat(1_000_000)
    expect(closest(long, [long])).toBeNull()
    expect(closest('target', [long, 'target'])).toBe('target')
    const longest = 'a'.repeat(64)
    expect([closest(longest, [longest]), closest(`${longest}a`, [longest])]).toEqual([longest, null])
  })
})
