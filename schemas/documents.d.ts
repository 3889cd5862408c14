// Written by `npm run schemas` from what src/render/data says of each record.

/** What `pva report --format json` writes. Every row has every key; what is not known is null, never 0. */
export interface ReportDocument {
  /** The format of this object. Within a version keys are only ever added. */
  readonly format: 'pva.report/1'
  /** false: an error kept something out; `problems` says what. */
  readonly complete: boolean
  /** Every plan that could be read. */
  readonly plans: readonly ({
    /** The id of the plan. */
    readonly id: string
    /** The title of the plan. */
    readonly title: {
      /** In Vietnamese. */
      readonly vi: string
      /** In English. */
      readonly en: string
    }
    /** What the plan covers, as written. */
    readonly period: string
    /** The day as of which it was calculated; null: nothing was reported. */
    readonly asOf: string | null
    /** The id of the indicator whose figure is the newest, which set that day; null: it was asked for. */
    readonly asOfFrom: string | null
    /** Every indicator, in the plan's order. */
    readonly indicators: readonly ({
      /** The id of the indicator. */
      readonly id: string
      /** The number in the plan's own table. */
      readonly no: string | null
      /** The id of the section that it stands in. */
      readonly section: string | null
      /** The id of the whole that it is a part of. */
      readonly parent: string | null
      /** What sort of figure it is. */
      readonly type: 'count' | 'stock' | 'level' | 'rate' | 'poverty-rate' | 'growth' | 'index' | 'date' | 'task' | 'text'
      /** The name of the indicator. */
      readonly name: {
        /** In Vietnamese. */
        readonly vi: string
        /** In English. */
        readonly en: string
      }
      /** What it is counted in. */
      readonly unit: {
        /** In Vietnamese. */
        readonly vi: string
        /** In English. */
        readonly en: string
      } | {
        /** In Vietnamese. */
        readonly vi: string
        /** In English. */
        readonly en: string
      }
      /** The id of the area that the row is of, or of the group, `sex=f`; null: the total. */
      readonly area: string | null
      /** The poverty standard or definition; null: not stated. */
      readonly standard: string | null
      /** Whether households or persons are counted; null: not stated. */
      readonly measured: 'households' | 'persons' | null
      /** How it is measured; null: not stated. */
      readonly method: string | null
      /** The target in force; null: followed without one. */
      readonly target: undefined | null
      /** The first target, where a revision replaced it. */
      readonly originalTarget: undefined | null
      /** Where it started from. */
      readonly baseline: {
        /** What the baseline was measured in, as written. */
        readonly period: string | null
        /** The figure itself, where it is stated. */
        readonly value: number | null
        /** Poor households or persons. */
        readonly poor: number | null
        /** All households or persons. */
        readonly households: number | null
        /** The poverty standard or definition; null: not stated. */
        readonly standard: string | null
        /** Whether households or persons are counted; null: not stated. */
        readonly measured: 'households' | 'persons' | null
        /** How it is measured; null: not stated. */
        readonly method: string | null
        /** What a multidimensional index is the product of; null: not stated. */
        readonly mpi: {
          /** The share of the poor, in per cent. */
          readonly headcount: number
          /** The mean share of deprivations among the poor, in per cent. */
          readonly intensity: number
        } | {
          /** The share of the poor, in per cent. */
          readonly headcount: number
          /** The mean share of deprivations among the poor, in per cent. */
          readonly intensity: number
        }
      } | {
        /** What the baseline was measured in, as written. */
        readonly period: string | null
        /** The figure itself, where it is stated. */
        readonly value: number | null
        /** Poor households or persons. */
        readonly poor: number | null
        /** All households or persons. */
        readonly households: number | null
        /** The poverty standard or definition; null: not stated. */
        readonly standard: string | null
        /** Whether households or persons are counted; null: not stated. */
        readonly measured: 'households' | 'persons' | null
        /** How it is measured; null: not stated. */
        readonly method: string | null
        /** What a multidimensional index is the product of; null: not stated. */
        readonly mpi: {
          /** The share of the poor, in per cent. */
          readonly headcount: number
          /** The mean share of deprivations among the poor, in per cent. */
          readonly intensity: number
        } | {
          /** The share of the poor, in per cent. */
          readonly headcount: number
          /** The mean share of deprivations among the poor, in per cent. */
          readonly intensity: number
        }
      }
      /** What was reached, a task's state (`done`, `in-progress`, `not-started`, or one of the plan's own, in English), a text or a date; null: not reported, which is not 0. */
      readonly actual: number | string | null
      /** What the actual covers. */
      readonly actualPeriod: string | null
      /** How settled the actual is. */
      readonly status: 'final' | 'provisional' | 'estimate' | null
      /** Of how many areas or periods the actual is made; null: of all. */
      readonly partial: {
        /** What some are missing of. */
        readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
        /** How many have reported. */
        readonly reported: number
        /** How many there are. */
        readonly expected: number
      } | {
        /** What some are missing of. */
        readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
        /** How many have reported. */
        readonly reported: number
        /** How many there are. */
        readonly expected: number
      }
      /** Actual less target, in percentage points for rates; for planned changes the change less the planned one. */
      readonly variance: number | null
      /** Whether the variance is to the good; null where there is none. */
      readonly favourable: boolean | null
      /** The formula behind `achievement`; docs/formulas.md explains each. */
      readonly formula: 'attainment' | 'change' | 'range' | 'progress' | 'level' | 'ratio' | 'inverse' | null
      /** The completion. A percentage: 118.26875, not 1.1826875. null: see `undefined` and `verdict`. */
      readonly achievement: number | null
      /** What the achievement may be, given that printed rates are rounded; null: it is exact. */
      readonly interval: {
        /** The lower bound. */
        readonly low: number
        /** Whether the lower bound itself is outside. */
        readonly lowOpen: boolean
        /** The upper bound. */
        readonly high: number
        /** Whether the upper bound itself is outside. */
        readonly highOpen: boolean
      } | {
        /** The lower bound. */
        readonly low: number
        /** Whether the lower bound itself is outside. */
        readonly lowOpen: boolean
        /** The upper bound. */
        readonly high: number
        /** Whether the upper bound itself is outside. */
        readonly highOpen: boolean
      }
      /** Why there is no achievement although there is an actual and a target. */
      readonly undefined: 'zero-target' | 'zero-actual' | 'target-equals-baseline' | 'no-baseline' | 'not-comparable' | 'no-number' | 'running-ceiling' | null
      /** Of a ceiling that a running total may still pass: how much of it is used up. A percentage: 118.26875, not 1.1826875. */
      readonly used: number | null
      /** Beside another formula, the share of the way from the baseline to a threshold, or to the other side of zero. A percentage: 118.26875, not 1.1826875. */
      readonly progress: number | null
      /** What the comparison comes to; null: followed without a target. */
      readonly verdict: 'exceeded' | 'met' | 'missed' | 'on-track' | 'behind' | 'open' | 'not-reported' | 'not-comparable' | null
      /** On which side of its target the newest figure is, whatever the pace; null: a count has still to get there, or there is nothing to compare. */
      readonly standing: 'on-target' | 'off-target' | null
      /** What the phasing expects to date. */
      readonly expected: number | null
      /** Actual by expected. A percentage: 118.26875, not 1.1826875. */
      readonly pace: number | null
      /** What the end of the plan comes to at the pace so far. */
      readonly forecast: number | null
      /** From the baseline to the actual; null without one of them. */
      readonly change: {
        /** The baseline. */
        readonly from: {
          /** When, as written. */
          readonly period: string | null
          /** The rate or number. */
          readonly value: number
          /** Poor households or persons. */
          readonly poor: number | null
          /** All households or persons. */
          readonly households: number | null
          /** The poverty standard or definition; null: not stated. */
          readonly standard: string | null
          /** Whether households or persons are counted; null: not stated. */
          readonly measured: 'households' | 'persons' | null
          /** How it is measured; null: not stated. */
          readonly method: string | null
          /** What a multidimensional index is the product of, in per cent; null: not stated. */
          readonly mpi: {
            /** The share of the poor, in per cent. */
            readonly headcount: number
            /** The mean share of deprivations among the poor, in per cent. */
            readonly intensity: number
          } | {
            /** The share of the poor, in per cent. */
            readonly headcount: number
            /** The mean share of deprivations among the poor, in per cent. */
            readonly intensity: number
          }
          /** The standard error of the rate of a survey, in percentage points; null: none is stated. */
          readonly standardError: number | null
        }
        /** The actual. */
        readonly to: {
          /** When, as written. */
          readonly period: string | null
          /** The rate or number. */
          readonly value: number
          /** Poor households or persons. */
          readonly poor: number | null
          /** All households or persons. */
          readonly households: number | null
          /** The poverty standard or definition; null: not stated. */
          readonly standard: string | null
          /** Whether households or persons are counted; null: not stated. */
          readonly measured: 'households' | 'persons' | null
          /** How it is measured; null: not stated. */
          readonly method: string | null
          /** What a multidimensional index is the product of, in per cent; null: not stated. */
          readonly mpi: {
            /** The share of the poor, in per cent. */
            readonly headcount: number
            /** The mean share of deprivations among the poor, in per cent. */
            readonly intensity: number
          } | {
            /** The share of the poor, in per cent. */
            readonly headcount: number
            /** The mean share of deprivations among the poor, in per cent. */
            readonly intensity: number
          }
          /** The standard error of the rate of a survey, in percentage points; null: none is stated. */
          readonly standardError: number | null
        }
        /** In what the ends differ, so that they are not subtracted; null: comparable. */
        readonly differsIn: 'standard' | 'measured' | 'method' | null
        /** `to` less `from`: percentage points for rates, else the unit. */
        readonly absolute: number | null
        /** The change in per cent of `from`; null for growth, where that is 0 or below, or the ends are not comparable. */
        readonly relative: number | null
        /** The planned change with its sign; the two ends of a range. null: no change was planned. */
        readonly planned: number | readonly [number, number] | null
        /** The change in the number of the poor. */
        readonly poor: number | null
        /** The change taken apart into effects that sum to it; null: not known. */
        readonly split: {
          /** By the counts behind both ends; null: not known. */
          readonly counts: {
            /** The change that comes of the number of the poor, in percentage points. */
            readonly countEffect: number
            /** The change that comes of the number of all, in percentage points. */
            readonly baseEffect: number
          } | {
            /** The change that comes of the number of the poor, in percentage points. */
            readonly countEffect: number
            /** The change that comes of the number of all, in percentage points. */
            readonly baseEffect: number
          }
          /** By the areas; null: not known. */
          readonly areas: {
            /** The change inside the areas, in percentage points. */
            readonly within: number
            /** The change that comes of households moving between areas, in percentage points. */
            readonly shift: number
          } | {
            /** The change inside the areas, in percentage points. */
            readonly within: number
            /** The change that comes of households moving between areas, in percentage points. */
            readonly shift: number
          }
          /** Of a multidimensional index by headcount and intensity; null: it is none. */
          readonly mpi: {
            /** The change that comes of the share of the poor, in the unit. */
            readonly headcountEffect: number
            /** The change that comes of how deprived they are, in the unit. */
            readonly intensityEffect: number
          } | {
            /** The change that comes of the share of the poor, in the unit. */
            readonly headcountEffect: number
            /** The change that comes of how deprived they are, in the unit. */
            readonly intensityEffect: number
          }
          /** By the areas as Ravallion and Huppi do; null: not known. */
          readonly ravallionHuppi: {
            /** The change inside the areas at the shares of the start, in percentage points. */
            readonly within: number
            /** The change that comes of households moving, at the rates of the start, in percentage points. */
            readonly shift: number
            /** The change that comes of both together, in percentage points. */
            readonly interaction: number
          } | {
            /** The change inside the areas at the shares of the start, in percentage points. */
            readonly within: number
            /** The change that comes of households moving, at the rates of the start, in percentage points. */
            readonly shift: number
            /** The change that comes of both together, in percentage points. */
            readonly interaction: number
          }
        } | {
          /** By the counts behind both ends; null: not known. */
          readonly counts: {
            /** The change that comes of the number of the poor, in percentage points. */
            readonly countEffect: number
            /** The change that comes of the number of all, in percentage points. */
            readonly baseEffect: number
          } | {
            /** The change that comes of the number of the poor, in percentage points. */
            readonly countEffect: number
            /** The change that comes of the number of all, in percentage points. */
            readonly baseEffect: number
          }
          /** By the areas; null: not known. */
          readonly areas: {
            /** The change inside the areas, in percentage points. */
            readonly within: number
            /** The change that comes of households moving between areas, in percentage points. */
            readonly shift: number
          } | {
            /** The change inside the areas, in percentage points. */
            readonly within: number
            /** The change that comes of households moving between areas, in percentage points. */
            readonly shift: number
          }
          /** Of a multidimensional index by headcount and intensity; null: it is none. */
          readonly mpi: {
            /** The change that comes of the share of the poor, in the unit. */
            readonly headcountEffect: number
            /** The change that comes of how deprived they are, in the unit. */
            readonly intensityEffect: number
          } | {
            /** The change that comes of the share of the poor, in the unit. */
            readonly headcountEffect: number
            /** The change that comes of how deprived they are, in the unit. */
            readonly intensityEffect: number
          }
          /** By the areas as Ravallion and Huppi do; null: not known. */
          readonly ravallionHuppi: {
            /** The change inside the areas at the shares of the start, in percentage points. */
            readonly within: number
            /** The change that comes of households moving, at the rates of the start, in percentage points. */
            readonly shift: number
            /** The change that comes of both together, in percentage points. */
            readonly interaction: number
          } | {
            /** The change inside the areas at the shares of the start, in percentage points. */
            readonly within: number
            /** The change that comes of households moving, at the rates of the start, in percentage points. */
            readonly shift: number
            /** The change that comes of both together, in percentage points. */
            readonly interaction: number
          }
        }
        /** From the poor at the start to the poor at the end; null: not reported. */
        readonly movements: {
          /** Poor at the start. */
          readonly start: number | null
          /** Escaped poverty. */
          readonly escaped: number | null
          /** Fell back into poverty. */
          readonly relapsed: number | null
          /** Became poor for the first time. */
          readonly new: number | null
          /** Other changes, with their sign. */
          readonly other: number | null
          /** Poor at the end. */
          readonly end: number | null
          /** The end less what the movements come to: 0 where they balance. */
          readonly gap: number | null
        } | {
          /** Poor at the start. */
          readonly start: number | null
          /** Escaped poverty. */
          readonly escaped: number | null
          /** Fell back into poverty. */
          readonly relapsed: number | null
          /** Became poor for the first time. */
          readonly new: number | null
          /** Other changes, with their sign. */
          readonly other: number | null
          /** Poor at the end. */
          readonly end: number | null
          /** The end less what the movements come to: 0 where they balance. */
          readonly gap: number | null
        }
        /** The households that the change in points and in poor households imply; null: cannot be told. */
        readonly impliedBase: {
          /** How many households the two changes imply, were their number unchanged. */
          readonly value: number
          /** What that may be, given that the rates are rounded. */
          readonly interval: {
            /** The lower bound. */
            readonly low: number
            /** Whether the lower bound itself is outside. */
            readonly lowOpen: boolean
            /** The upper bound. */
            readonly high: number
            /** Whether the upper bound itself is outside. */
            readonly highOpen: boolean
          } | {
            /** The lower bound. */
            readonly low: number
            /** Whether the lower bound itself is outside. */
            readonly lowOpen: boolean
            /** The upper bound. */
            readonly high: number
            /** Whether the upper bound itself is outside. */
            readonly highOpen: boolean
          }
        } | {
          /** How many households the two changes imply, were their number unchanged. */
          readonly value: number
          /** What that may be, given that the rates are rounded. */
          readonly interval: {
            /** The lower bound. */
            readonly low: number
            /** Whether the lower bound itself is outside. */
            readonly lowOpen: boolean
            /** The upper bound. */
            readonly high: number
            /** Whether the upper bound itself is outside. */
            readonly highOpen: boolean
          } | {
            /** The lower bound. */
            readonly low: number
            /** Whether the lower bound itself is outside. */
            readonly lowOpen: boolean
            /** The upper bound. */
            readonly high: number
            /** Whether the upper bound itself is outside. */
            readonly highOpen: boolean
          }
        }
        /** Whether `from` is so small that `relative` says little. */
        readonly tinyBase: boolean
        /** What the rates of exactly two areas and of the whole imply where nobody counted; null: nothing. */
        readonly impliedShares: {
          /** The id of the area with the higher rate. */
          readonly area: string
          /** Its share of all households at the start, in per cent. */
          readonly from: {
            /** What follows from the rates as printed. */
            readonly value: number
            /** What it may be, given that the rates are rounded. */
            readonly interval: {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            } | {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            }
          }
          /** Its share at the end, in per cent. */
          readonly to: {
            /** What follows from the rates as printed. */
            readonly value: number
            /** What it may be, given that the rates are rounded. */
            readonly interval: {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            } | {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            }
          }
          /** The change inside the areas, in percentage points. */
          readonly within: {
            /** What follows from the rates as printed. */
            readonly value: number
            /** What it may be, given that the rates are rounded. */
            readonly interval: {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            } | {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            }
          }
          /** The change that comes of households moving between areas, in percentage points. */
          readonly shift: {
            /** What follows from the rates as printed. */
            readonly value: number
            /** What it may be, given that the rates are rounded. */
            readonly interval: {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            } | {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            }
          }
        } | {
          /** The id of the area with the higher rate. */
          readonly area: string
          /** Its share of all households at the start, in per cent. */
          readonly from: {
            /** What follows from the rates as printed. */
            readonly value: number
            /** What it may be, given that the rates are rounded. */
            readonly interval: {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            } | {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            }
          }
          /** Its share at the end, in per cent. */
          readonly to: {
            /** What follows from the rates as printed. */
            readonly value: number
            /** What it may be, given that the rates are rounded. */
            readonly interval: {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            } | {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            }
          }
          /** The change inside the areas, in percentage points. */
          readonly within: {
            /** What follows from the rates as printed. */
            readonly value: number
            /** What it may be, given that the rates are rounded. */
            readonly interval: {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            } | {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            }
          }
          /** The change that comes of households moving between areas, in percentage points. */
          readonly shift: {
            /** What follows from the rates as printed. */
            readonly value: number
            /** What it may be, given that the rates are rounded. */
            readonly interval: {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            } | {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            }
          }
        }
        /** The rate beside the poverty rate of the same households; null: none is said to be. */
        readonly sharedBase: {
          /** The id of the poverty rate of the same households. */
          readonly with: string
          /** Both actuals together, in per cent; null where they are not of one time and kind. */
          readonly rate: number | null
          /** The households or persons of both together. */
          readonly poor: number | null
          /** How many there are in all, so that both rates are possible; null: not known. */
          readonly households: {
            /** The lower bound. */
            readonly low: number
            /** Whether the lower bound itself is outside. */
            readonly lowOpen: boolean
            /** The upper bound. */
            readonly high: number
            /** Whether the upper bound itself is outside. */
            readonly highOpen: boolean
          } | {
            /** The lower bound. */
            readonly low: number
            /** Whether the lower bound itself is outside. */
            readonly lowOpen: boolean
            /** The upper bound. */
            readonly high: number
            /** Whether the upper bound itself is outside. */
            readonly highOpen: boolean
          }
        } | {
          /** The id of the poverty rate of the same households. */
          readonly with: string
          /** Both actuals together, in per cent; null where they are not of one time and kind. */
          readonly rate: number | null
          /** The households or persons of both together. */
          readonly poor: number | null
          /** How many there are in all, so that both rates are possible; null: not known. */
          readonly households: {
            /** The lower bound. */
            readonly low: number
            /** Whether the lower bound itself is outside. */
            readonly lowOpen: boolean
            /** The upper bound. */
            readonly high: number
            /** Whether the upper bound itself is outside. */
            readonly highOpen: boolean
          } | {
            /** The lower bound. */
            readonly low: number
            /** Whether the lower bound itself is outside. */
            readonly lowOpen: boolean
            /** The upper bound. */
            readonly high: number
            /** Whether the upper bound itself is outside. */
            readonly highOpen: boolean
          }
        }
        /** How the change stands to the standard errors of both surveys; null: an end has none. */
        readonly significance: {
          /** The change by √(se₀² + se₁²). */
          readonly z: number
          /** Whether it is significant at 95%. */
          readonly significant: boolean
        } | {
          /** The change by √(se₀² + se₁²). */
          readonly z: number
          /** Whether it is significant at 95%. */
          readonly significant: boolean
        }
      } | {
        /** The baseline. */
        readonly from: {
          /** When, as written. */
          readonly period: string | null
          /** The rate or number. */
          readonly value: number
          /** Poor households or persons. */
          readonly poor: number | null
          /** All households or persons. */
          readonly households: number | null
          /** The poverty standard or definition; null: not stated. */
          readonly standard: string | null
          /** Whether households or persons are counted; null: not stated. */
          readonly measured: 'households' | 'persons' | null
          /** How it is measured; null: not stated. */
          readonly method: string | null
          /** What a multidimensional index is the product of, in per cent; null: not stated. */
          readonly mpi: {
            /** The share of the poor, in per cent. */
            readonly headcount: number
            /** The mean share of deprivations among the poor, in per cent. */
            readonly intensity: number
          } | {
            /** The share of the poor, in per cent. */
            readonly headcount: number
            /** The mean share of deprivations among the poor, in per cent. */
            readonly intensity: number
          }
          /** The standard error of the rate of a survey, in percentage points; null: none is stated. */
          readonly standardError: number | null
        }
        /** The actual. */
        readonly to: {
          /** When, as written. */
          readonly period: string | null
          /** The rate or number. */
          readonly value: number
          /** Poor households or persons. */
          readonly poor: number | null
          /** All households or persons. */
          readonly households: number | null
          /** The poverty standard or definition; null: not stated. */
          readonly standard: string | null
          /** Whether households or persons are counted; null: not stated. */
          readonly measured: 'households' | 'persons' | null
          /** How it is measured; null: not stated. */
          readonly method: string | null
          /** What a multidimensional index is the product of, in per cent; null: not stated. */
          readonly mpi: {
            /** The share of the poor, in per cent. */
            readonly headcount: number
            /** The mean share of deprivations among the poor, in per cent. */
            readonly intensity: number
          } | {
            /** The share of the poor, in per cent. */
            readonly headcount: number
            /** The mean share of deprivations among the poor, in per cent. */
            readonly intensity: number
          }
          /** The standard error of the rate of a survey, in percentage points; null: none is stated. */
          readonly standardError: number | null
        }
        /** In what the ends differ, so that they are not subtracted; null: comparable. */
        readonly differsIn: 'standard' | 'measured' | 'method' | null
        /** `to` less `from`: percentage points for rates, else the unit. */
        readonly absolute: number | null
        /** The change in per cent of `from`; null for growth, where that is 0 or below, or the ends are not comparable. */
        readonly relative: number | null
        /** The planned change with its sign; the two ends of a range. null: no change was planned. */
        readonly planned: number | readonly [number, number] | null
        /** The change in the number of the poor. */
        readonly poor: number | null
        /** The change taken apart into effects that sum to it; null: not known. */
        readonly split: {
          /** By the counts behind both ends; null: not known. */
          readonly counts: {
            /** The change that comes of the number of the poor, in percentage points. */
            readonly countEffect: number
            /** The change that comes of the number of all, in percentage points. */
            readonly baseEffect: number
          } | {
            /** The change that comes of the number of the poor, in percentage points. */
            readonly countEffect: number
            /** The change that comes of the number of all, in percentage points. */
            readonly baseEffect: number
          }
          /** By the areas; null: not known. */
          readonly areas: {
            /** The change inside the areas, in percentage points. */
            readonly within: number
            /** The change that comes of households moving between areas, in percentage points. */
            readonly shift: number
          } | {
            /** The change inside the areas, in percentage points. */
            readonly within: number
            /** The change that comes of households moving between areas, in percentage points. */
            readonly shift: number
          }
          /** Of a multidimensional index by headcount and intensity; null: it is none. */
          readonly mpi: {
            /** The change that comes of the share of the poor, in the unit. */
            readonly headcountEffect: number
            /** The change that comes of how deprived they are, in the unit. */
            readonly intensityEffect: number
          } | {
            /** The change that comes of the share of the poor, in the unit. */
            readonly headcountEffect: number
            /** The change that comes of how deprived they are, in the unit. */
            readonly intensityEffect: number
          }
          /** By the areas as Ravallion and Huppi do; null: not known. */
          readonly ravallionHuppi: {
            /** The change inside the areas at the shares of the start, in percentage points. */
            readonly within: number
            /** The change that comes of households moving, at the rates of the start, in percentage points. */
            readonly shift: number
            /** The change that comes of both together, in percentage points. */
            readonly interaction: number
          } | {
            /** The change inside the areas at the shares of the start, in percentage points. */
            readonly within: number
            /** The change that comes of households moving, at the rates of the start, in percentage points. */
            readonly shift: number
            /** The change that comes of both together, in percentage points. */
            readonly interaction: number
          }
        } | {
          /** By the counts behind both ends; null: not known. */
          readonly counts: {
            /** The change that comes of the number of the poor, in percentage points. */
            readonly countEffect: number
            /** The change that comes of the number of all, in percentage points. */
            readonly baseEffect: number
          } | {
            /** The change that comes of the number of the poor, in percentage points. */
            readonly countEffect: number
            /** The change that comes of the number of all, in percentage points. */
            readonly baseEffect: number
          }
          /** By the areas; null: not known. */
          readonly areas: {
            /** The change inside the areas, in percentage points. */
            readonly within: number
            /** The change that comes of households moving between areas, in percentage points. */
            readonly shift: number
          } | {
            /** The change inside the areas, in percentage points. */
            readonly within: number
            /** The change that comes of households moving between areas, in percentage points. */
            readonly shift: number
          }
          /** Of a multidimensional index by headcount and intensity; null: it is none. */
          readonly mpi: {
            /** The change that comes of the share of the poor, in the unit. */
            readonly headcountEffect: number
            /** The change that comes of how deprived they are, in the unit. */
            readonly intensityEffect: number
          } | {
            /** The change that comes of the share of the poor, in the unit. */
            readonly headcountEffect: number
            /** The change that comes of how deprived they are, in the unit. */
            readonly intensityEffect: number
          }
          /** By the areas as Ravallion and Huppi do; null: not known. */
          readonly ravallionHuppi: {
            /** The change inside the areas at the shares of the start, in percentage points. */
            readonly within: number
            /** The change that comes of households moving, at the rates of the start, in percentage points. */
            readonly shift: number
            /** The change that comes of both together, in percentage points. */
            readonly interaction: number
          } | {
            /** The change inside the areas at the shares of the start, in percentage points. */
            readonly within: number
            /** The change that comes of households moving, at the rates of the start, in percentage points. */
            readonly shift: number
            /** The change that comes of both together, in percentage points. */
            readonly interaction: number
          }
        }
        /** From the poor at the start to the poor at the end; null: not reported. */
        readonly movements: {
          /** Poor at the start. */
          readonly start: number | null
          /** Escaped poverty. */
          readonly escaped: number | null
          /** Fell back into poverty. */
          readonly relapsed: number | null
          /** Became poor for the first time. */
          readonly new: number | null
          /** Other changes, with their sign. */
          readonly other: number | null
          /** Poor at the end. */
          readonly end: number | null
          /** The end less what the movements come to: 0 where they balance. */
          readonly gap: number | null
        } | {
          /** Poor at the start. */
          readonly start: number | null
          /** Escaped poverty. */
          readonly escaped: number | null
          /** Fell back into poverty. */
          readonly relapsed: number | null
          /** Became poor for the first time. */
          readonly new: number | null
          /** Other changes, with their sign. */
          readonly other: number | null
          /** Poor at the end. */
          readonly end: number | null
          /** The end less what the movements come to: 0 where they balance. */
          readonly gap: number | null
        }
        /** The households that the change in points and in poor households imply; null: cannot be told. */
        readonly impliedBase: {
          /** How many households the two changes imply, were their number unchanged. */
          readonly value: number
          /** What that may be, given that the rates are rounded. */
          readonly interval: {
            /** The lower bound. */
            readonly low: number
            /** Whether the lower bound itself is outside. */
            readonly lowOpen: boolean
            /** The upper bound. */
            readonly high: number
            /** Whether the upper bound itself is outside. */
            readonly highOpen: boolean
          } | {
            /** The lower bound. */
            readonly low: number
            /** Whether the lower bound itself is outside. */
            readonly lowOpen: boolean
            /** The upper bound. */
            readonly high: number
            /** Whether the upper bound itself is outside. */
            readonly highOpen: boolean
          }
        } | {
          /** How many households the two changes imply, were their number unchanged. */
          readonly value: number
          /** What that may be, given that the rates are rounded. */
          readonly interval: {
            /** The lower bound. */
            readonly low: number
            /** Whether the lower bound itself is outside. */
            readonly lowOpen: boolean
            /** The upper bound. */
            readonly high: number
            /** Whether the upper bound itself is outside. */
            readonly highOpen: boolean
          } | {
            /** The lower bound. */
            readonly low: number
            /** Whether the lower bound itself is outside. */
            readonly lowOpen: boolean
            /** The upper bound. */
            readonly high: number
            /** Whether the upper bound itself is outside. */
            readonly highOpen: boolean
          }
        }
        /** Whether `from` is so small that `relative` says little. */
        readonly tinyBase: boolean
        /** What the rates of exactly two areas and of the whole imply where nobody counted; null: nothing. */
        readonly impliedShares: {
          /** The id of the area with the higher rate. */
          readonly area: string
          /** Its share of all households at the start, in per cent. */
          readonly from: {
            /** What follows from the rates as printed. */
            readonly value: number
            /** What it may be, given that the rates are rounded. */
            readonly interval: {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            } | {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            }
          }
          /** Its share at the end, in per cent. */
          readonly to: {
            /** What follows from the rates as printed. */
            readonly value: number
            /** What it may be, given that the rates are rounded. */
            readonly interval: {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            } | {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            }
          }
          /** The change inside the areas, in percentage points. */
          readonly within: {
            /** What follows from the rates as printed. */
            readonly value: number
            /** What it may be, given that the rates are rounded. */
            readonly interval: {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            } | {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            }
          }
          /** The change that comes of households moving between areas, in percentage points. */
          readonly shift: {
            /** What follows from the rates as printed. */
            readonly value: number
            /** What it may be, given that the rates are rounded. */
            readonly interval: {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            } | {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            }
          }
        } | {
          /** The id of the area with the higher rate. */
          readonly area: string
          /** Its share of all households at the start, in per cent. */
          readonly from: {
            /** What follows from the rates as printed. */
            readonly value: number
            /** What it may be, given that the rates are rounded. */
            readonly interval: {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            } | {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            }
          }
          /** Its share at the end, in per cent. */
          readonly to: {
            /** What follows from the rates as printed. */
            readonly value: number
            /** What it may be, given that the rates are rounded. */
            readonly interval: {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            } | {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            }
          }
          /** The change inside the areas, in percentage points. */
          readonly within: {
            /** What follows from the rates as printed. */
            readonly value: number
            /** What it may be, given that the rates are rounded. */
            readonly interval: {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            } | {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            }
          }
          /** The change that comes of households moving between areas, in percentage points. */
          readonly shift: {
            /** What follows from the rates as printed. */
            readonly value: number
            /** What it may be, given that the rates are rounded. */
            readonly interval: {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            } | {
              /** The lower bound. */
              readonly low: number
              /** Whether the lower bound itself is outside. */
              readonly lowOpen: boolean
              /** The upper bound. */
              readonly high: number
              /** Whether the upper bound itself is outside. */
              readonly highOpen: boolean
            }
          }
        }
        /** The rate beside the poverty rate of the same households; null: none is said to be. */
        readonly sharedBase: {
          /** The id of the poverty rate of the same households. */
          readonly with: string
          /** Both actuals together, in per cent; null where they are not of one time and kind. */
          readonly rate: number | null
          /** The households or persons of both together. */
          readonly poor: number | null
          /** How many there are in all, so that both rates are possible; null: not known. */
          readonly households: {
            /** The lower bound. */
            readonly low: number
            /** Whether the lower bound itself is outside. */
            readonly lowOpen: boolean
            /** The upper bound. */
            readonly high: number
            /** Whether the upper bound itself is outside. */
            readonly highOpen: boolean
          } | {
            /** The lower bound. */
            readonly low: number
            /** Whether the lower bound itself is outside. */
            readonly lowOpen: boolean
            /** The upper bound. */
            readonly high: number
            /** Whether the upper bound itself is outside. */
            readonly highOpen: boolean
          }
        } | {
          /** The id of the poverty rate of the same households. */
          readonly with: string
          /** Both actuals together, in per cent; null where they are not of one time and kind. */
          readonly rate: number | null
          /** The households or persons of both together. */
          readonly poor: number | null
          /** How many there are in all, so that both rates are possible; null: not known. */
          readonly households: {
            /** The lower bound. */
            readonly low: number
            /** Whether the lower bound itself is outside. */
            readonly lowOpen: boolean
            /** The upper bound. */
            readonly high: number
            /** Whether the upper bound itself is outside. */
            readonly highOpen: boolean
          } | {
            /** The lower bound. */
            readonly low: number
            /** Whether the lower bound itself is outside. */
            readonly lowOpen: boolean
            /** The upper bound. */
            readonly high: number
            /** Whether the upper bound itself is outside. */
            readonly highOpen: boolean
          }
        }
        /** How the change stands to the standard errors of both surveys; null: an end has none. */
        readonly significance: {
          /** The change by √(se₀² + se₁²). */
          readonly z: number
          /** Whether it is significant at 95%. */
          readonly significant: boolean
        } | {
          /** The change by √(se₀² + se₁²). */
          readonly z: number
          /** Whether it is significant at 95%. */
          readonly significant: boolean
        }
      }
      /** Every value that the row was calculated from. */
      readonly inputs: readonly ({
        /** What the value is to the calculation. */
        readonly field: 'target' | 'original-target' | 'baseline' | 'baseline-poor' | 'baseline-households' | 'baseline-headcount' | 'baseline-intensity' | 'actual' | 'cumulative' | 'poor' | 'households' | 'poor-change' | 'escaped' | 'relapsed' | 'new' | 'other' | 'numerator' | 'denominator' | 'headcount' | 'intensity' | 'superseded'
        /** The file it stands in. */
        readonly file: string
        /** The line, from 1. */
        readonly line: number
        /** The column, from 1. */
        readonly column: number
        /** The sheet of a workbook; null: the file is none. */
        readonly sheet: string | null
        /** The cell of that sheet, `D3`; null: the file is no workbook. */
        readonly cell: string | null
        /** The id of the area that the value is of: a sum over areas has those of each. null: of the whole. */
        readonly area: string | null
        /** As written; of a sum of rows of a table, that sum. */
        readonly written: string
        /** How many rows of a table it is the sum of; null: it stands there as it is. */
        readonly rows: number | null
        /** Where it was published; null: not stated. */
        readonly source: string | null
        /** What was said of it where it was reported. */
        readonly note: {
          /** In Vietnamese. */
          readonly vi: string
          /** In English. */
          readonly en: string
        } | {
          /** In Vietnamese. */
          readonly vi: string
          /** In English. */
          readonly en: string
        }
      })[]
      /** What is still to be reached, spread evenly over the time left; null: nothing, or it does not add up. */
      readonly required: {
        /** How much each of them has to bring, in the unit. */
        readonly value: number
        /** What the time left is counted in. */
        readonly per: 'years' | 'halves' | 'quarters' | 'months' | 'days'
        /** How many of them are left. */
        readonly left: number
      } | {
        /** How much each of them has to bring, in the unit. */
        readonly value: number
        /** What the time left is counted in. */
        readonly per: 'years' | 'halves' | 'quarters' | 'months' | 'days'
        /** How many of them are left. */
        readonly left: number
      }
      /** The revision that set the target in force; null: it is the first one. */
      readonly revision: {
        /** The day from which the target holds. */
        readonly date: string
        /** The decision that set it. */
        readonly decision: string | null
      } | {
        /** The day from which the target holds. */
        readonly date: string
        /** The decision that set it. */
        readonly decision: string | null
      }
      /** What the row would be under the first target, where a revision replaced it. */
      readonly original: {
        /** The first target. */
        readonly target: undefined | null
        /** As of the row, against the first target. */
        readonly variance: number | null
        /** Whether that is to the good. */
        readonly favourable: boolean | null
        /** The formula behind that achievement. */
        readonly formula: 'attainment' | 'change' | 'range' | 'progress' | 'level' | 'ratio' | 'inverse' | null
        /** The completion of the first target. A percentage: 118.26875, not 1.1826875. */
        readonly achievement: number | null
        /** Why there is no such achievement. */
        readonly undefined: 'zero-target' | 'zero-actual' | 'target-equals-baseline' | 'no-baseline' | 'not-comparable' | 'no-number' | 'running-ceiling' | null
        /** What the comparison with the first target comes to. */
        readonly verdict: 'exceeded' | 'met' | 'missed' | 'on-track' | 'behind' | 'open' | 'not-reported' | 'not-comparable' | null
      } | {
        /** The first target. */
        readonly target: undefined | null
        /** As of the row, against the first target. */
        readonly variance: number | null
        /** Whether that is to the good. */
        readonly favourable: boolean | null
        /** The formula behind that achievement. */
        readonly formula: 'attainment' | 'change' | 'range' | 'progress' | 'level' | 'ratio' | 'inverse' | null
        /** The completion of the first target. A percentage: 118.26875, not 1.1826875. */
        readonly achievement: number | null
        /** Why there is no such achievement. */
        readonly undefined: 'zero-target' | 'zero-actual' | 'target-equals-baseline' | 'no-baseline' | 'not-comparable' | 'no-number' | 'running-ceiling' | null
        /** What the comparison with the first target comes to. */
        readonly verdict: 'exceeded' | 'met' | 'missed' | 'on-track' | 'behind' | 'open' | 'not-reported' | 'not-comparable' | null
      }
      /** What was reached in the reporting period alone; null where it would repeat the actual or is not known. */
      readonly inPeriod: {
        /** The reporting period. */
        readonly period: string
        /** What was reached in it alone. */
        readonly value: number
        /** How settled that is. */
        readonly status: 'final' | 'provisional' | 'estimate'
        /** Of how many areas or periods it is made; null: of all. */
        readonly partial: {
          /** What some are missing of. */
          readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
          /** How many have reported. */
          readonly reported: number
          /** How many there are. */
          readonly expected: number
        } | {
          /** What some are missing of. */
          readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
          /** How many have reported. */
          readonly reported: number
          /** How many there are. */
          readonly expected: number
        }
        /** Beside the same months one year before. */
        readonly lastYear: {
          /** The id of the plan that the other figure was reported for. */
          readonly plan: string
          /** What the other figure covers. */
          readonly period: string
          /** The other figure. */
          readonly value: number
          /** Of how many areas or periods it is made; null: of all. */
          readonly partial: {
            /** What some are missing of. */
            readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
            /** How many have reported. */
            readonly reported: number
            /** How many there are. */
            readonly expected: number
          } | {
            /** What some are missing of. */
            readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
            /** How many have reported. */
            readonly reported: number
            /** How many there are. */
            readonly expected: number
          }
          /** In what the two differ, so that they are not subtracted. */
          readonly differsIn: 'standard' | 'measured' | 'method' | null
          /** This figure less the other: percentage points for rates, else the unit. */
          readonly absolute: number | null
          /** The same in per cent of the other; null for growth, where that is 0 or below, or not comparable. */
          readonly relative: number | null
          /** Whether the other figure is so small that `relative` says little. */
          readonly tinyBase: boolean
        } | {
          /** The id of the plan that the other figure was reported for. */
          readonly plan: string
          /** What the other figure covers. */
          readonly period: string
          /** The other figure. */
          readonly value: number
          /** Of how many areas or periods it is made; null: of all. */
          readonly partial: {
            /** What some are missing of. */
            readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
            /** How many have reported. */
            readonly reported: number
            /** How many there are. */
            readonly expected: number
          } | {
            /** What some are missing of. */
            readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
            /** How many have reported. */
            readonly reported: number
            /** How many there are. */
            readonly expected: number
          }
          /** In what the two differ, so that they are not subtracted. */
          readonly differsIn: 'standard' | 'measured' | 'method' | null
          /** This figure less the other: percentage points for rates, else the unit. */
          readonly absolute: number | null
          /** The same in per cent of the other; null for growth, where that is 0 or below, or not comparable. */
          readonly relative: number | null
          /** Whether the other figure is so small that `relative` says little. */
          readonly tinyBase: boolean
        }
        /** Beside the period of the same length right before. */
        readonly previous: {
          /** The id of the plan that the other figure was reported for. */
          readonly plan: string
          /** What the other figure covers. */
          readonly period: string
          /** The other figure. */
          readonly value: number
          /** Of how many areas or periods it is made; null: of all. */
          readonly partial: {
            /** What some are missing of. */
            readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
            /** How many have reported. */
            readonly reported: number
            /** How many there are. */
            readonly expected: number
          } | {
            /** What some are missing of. */
            readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
            /** How many have reported. */
            readonly reported: number
            /** How many there are. */
            readonly expected: number
          }
          /** In what the two differ, so that they are not subtracted. */
          readonly differsIn: 'standard' | 'measured' | 'method' | null
          /** This figure less the other: percentage points for rates, else the unit. */
          readonly absolute: number | null
          /** The same in per cent of the other; null for growth, where that is 0 or below, or not comparable. */
          readonly relative: number | null
          /** Whether the other figure is so small that `relative` says little. */
          readonly tinyBase: boolean
        } | {
          /** The id of the plan that the other figure was reported for. */
          readonly plan: string
          /** What the other figure covers. */
          readonly period: string
          /** The other figure. */
          readonly value: number
          /** Of how many areas or periods it is made; null: of all. */
          readonly partial: {
            /** What some are missing of. */
            readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
            /** How many have reported. */
            readonly reported: number
            /** How many there are. */
            readonly expected: number
          } | {
            /** What some are missing of. */
            readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
            /** How many have reported. */
            readonly reported: number
            /** How many there are. */
            readonly expected: number
          }
          /** In what the two differ, so that they are not subtracted. */
          readonly differsIn: 'standard' | 'measured' | 'method' | null
          /** This figure less the other: percentage points for rates, else the unit. */
          readonly absolute: number | null
          /** The same in per cent of the other; null for growth, where that is 0 or below, or not comparable. */
          readonly relative: number | null
          /** Whether the other figure is so small that `relative` says little. */
          readonly tinyBase: boolean
        }
      } | {
        /** The reporting period. */
        readonly period: string
        /** What was reached in it alone. */
        readonly value: number
        /** How settled that is. */
        readonly status: 'final' | 'provisional' | 'estimate'
        /** Of how many areas or periods it is made; null: of all. */
        readonly partial: {
          /** What some are missing of. */
          readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
          /** How many have reported. */
          readonly reported: number
          /** How many there are. */
          readonly expected: number
        } | {
          /** What some are missing of. */
          readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
          /** How many have reported. */
          readonly reported: number
          /** How many there are. */
          readonly expected: number
        }
        /** Beside the same months one year before. */
        readonly lastYear: {
          /** The id of the plan that the other figure was reported for. */
          readonly plan: string
          /** What the other figure covers. */
          readonly period: string
          /** The other figure. */
          readonly value: number
          /** Of how many areas or periods it is made; null: of all. */
          readonly partial: {
            /** What some are missing of. */
            readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
            /** How many have reported. */
            readonly reported: number
            /** How many there are. */
            readonly expected: number
          } | {
            /** What some are missing of. */
            readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
            /** How many have reported. */
            readonly reported: number
            /** How many there are. */
            readonly expected: number
          }
          /** In what the two differ, so that they are not subtracted. */
          readonly differsIn: 'standard' | 'measured' | 'method' | null
          /** This figure less the other: percentage points for rates, else the unit. */
          readonly absolute: number | null
          /** The same in per cent of the other; null for growth, where that is 0 or below, or not comparable. */
          readonly relative: number | null
          /** Whether the other figure is so small that `relative` says little. */
          readonly tinyBase: boolean
        } | {
          /** The id of the plan that the other figure was reported for. */
          readonly plan: string
          /** What the other figure covers. */
          readonly period: string
          /** The other figure. */
          readonly value: number
          /** Of how many areas or periods it is made; null: of all. */
          readonly partial: {
            /** What some are missing of. */
            readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
            /** How many have reported. */
            readonly reported: number
            /** How many there are. */
            readonly expected: number
          } | {
            /** What some are missing of. */
            readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
            /** How many have reported. */
            readonly reported: number
            /** How many there are. */
            readonly expected: number
          }
          /** In what the two differ, so that they are not subtracted. */
          readonly differsIn: 'standard' | 'measured' | 'method' | null
          /** This figure less the other: percentage points for rates, else the unit. */
          readonly absolute: number | null
          /** The same in per cent of the other; null for growth, where that is 0 or below, or not comparable. */
          readonly relative: number | null
          /** Whether the other figure is so small that `relative` says little. */
          readonly tinyBase: boolean
        }
        /** Beside the period of the same length right before. */
        readonly previous: {
          /** The id of the plan that the other figure was reported for. */
          readonly plan: string
          /** What the other figure covers. */
          readonly period: string
          /** The other figure. */
          readonly value: number
          /** Of how many areas or periods it is made; null: of all. */
          readonly partial: {
            /** What some are missing of. */
            readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
            /** How many have reported. */
            readonly reported: number
            /** How many there are. */
            readonly expected: number
          } | {
            /** What some are missing of. */
            readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
            /** How many have reported. */
            readonly reported: number
            /** How many there are. */
            readonly expected: number
          }
          /** In what the two differ, so that they are not subtracted. */
          readonly differsIn: 'standard' | 'measured' | 'method' | null
          /** This figure less the other: percentage points for rates, else the unit. */
          readonly absolute: number | null
          /** The same in per cent of the other; null for growth, where that is 0 or below, or not comparable. */
          readonly relative: number | null
          /** Whether the other figure is so small that `relative` says little. */
          readonly tinyBase: boolean
        } | {
          /** The id of the plan that the other figure was reported for. */
          readonly plan: string
          /** What the other figure covers. */
          readonly period: string
          /** The other figure. */
          readonly value: number
          /** Of how many areas or periods it is made; null: of all. */
          readonly partial: {
            /** What some are missing of. */
            readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
            /** How many have reported. */
            readonly reported: number
            /** How many there are. */
            readonly expected: number
          } | {
            /** What some are missing of. */
            readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
            /** How many have reported. */
            readonly reported: number
            /** How many there are. */
            readonly expected: number
          }
          /** In what the two differ, so that they are not subtracted. */
          readonly differsIn: 'standard' | 'measured' | 'method' | null
          /** This figure less the other: percentage points for rates, else the unit. */
          readonly absolute: number | null
          /** The same in per cent of the other; null for growth, where that is 0 or below, or not comparable. */
          readonly relative: number | null
          /** Whether the other figure is so small that `relative` says little. */
          readonly tinyBase: boolean
        }
      }
      /** The actual beside the same figure one year before. */
      readonly lastYear: {
        /** The id of the plan that the other figure was reported for. */
        readonly plan: string
        /** What the other figure covers. */
        readonly period: string
        /** The other figure. */
        readonly value: number
        /** Of how many areas or periods it is made; null: of all. */
        readonly partial: {
          /** What some are missing of. */
          readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
          /** How many have reported. */
          readonly reported: number
          /** How many there are. */
          readonly expected: number
        } | {
          /** What some are missing of. */
          readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
          /** How many have reported. */
          readonly reported: number
          /** How many there are. */
          readonly expected: number
        }
        /** In what the two differ, so that they are not subtracted. */
        readonly differsIn: 'standard' | 'measured' | 'method' | null
        /** This figure less the other: percentage points for rates, else the unit. */
        readonly absolute: number | null
        /** The same in per cent of the other; null for growth, where that is 0 or below, or not comparable. */
        readonly relative: number | null
        /** Whether the other figure is so small that `relative` says little. */
        readonly tinyBase: boolean
      } | {
        /** The id of the plan that the other figure was reported for. */
        readonly plan: string
        /** What the other figure covers. */
        readonly period: string
        /** The other figure. */
        readonly value: number
        /** Of how many areas or periods it is made; null: of all. */
        readonly partial: {
          /** What some are missing of. */
          readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
          /** How many have reported. */
          readonly reported: number
          /** How many there are. */
          readonly expected: number
        } | {
          /** What some are missing of. */
          readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
          /** How many have reported. */
          readonly reported: number
          /** How many there are. */
          readonly expected: number
        }
        /** In what the two differ, so that they are not subtracted. */
        readonly differsIn: 'standard' | 'measured' | 'method' | null
        /** This figure less the other: percentage points for rates, else the unit. */
        readonly absolute: number | null
        /** The same in per cent of the other; null for growth, where that is 0 or below, or not comparable. */
        readonly relative: number | null
        /** Whether the other figure is so small that `relative` says little. */
        readonly tinyBase: boolean
      }
      /** Of what does not add up: the actual beside the last figure of a period as long. */
      readonly previous: {
        /** The id of the plan that the other figure was reported for. */
        readonly plan: string
        /** What the other figure covers. */
        readonly period: string
        /** The other figure. */
        readonly value: number
        /** Of how many areas or periods it is made; null: of all. */
        readonly partial: {
          /** What some are missing of. */
          readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
          /** How many have reported. */
          readonly reported: number
          /** How many there are. */
          readonly expected: number
        } | {
          /** What some are missing of. */
          readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
          /** How many have reported. */
          readonly reported: number
          /** How many there are. */
          readonly expected: number
        }
        /** In what the two differ, so that they are not subtracted. */
        readonly differsIn: 'standard' | 'measured' | 'method' | null
        /** This figure less the other: percentage points for rates, else the unit. */
        readonly absolute: number | null
        /** The same in per cent of the other; null for growth, where that is 0 or below, or not comparable. */
        readonly relative: number | null
        /** Whether the other figure is so small that `relative` says little. */
        readonly tinyBase: boolean
      } | {
        /** The id of the plan that the other figure was reported for. */
        readonly plan: string
        /** What the other figure covers. */
        readonly period: string
        /** The other figure. */
        readonly value: number
        /** Of how many areas or periods it is made; null: of all. */
        readonly partial: {
          /** What some are missing of. */
          readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
          /** How many have reported. */
          readonly reported: number
          /** How many there are. */
          readonly expected: number
        } | {
          /** What some are missing of. */
          readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
          /** How many have reported. */
          readonly reported: number
          /** How many there are. */
          readonly expected: number
        }
        /** In what the two differ, so that they are not subtracted. */
        readonly differsIn: 'standard' | 'measured' | 'method' | null
        /** This figure less the other: percentage points for rates, else the unit. */
        readonly absolute: number | null
        /** The same in per cent of the other; null for growth, where that is 0 or below, or not comparable. */
        readonly relative: number | null
        /** Whether the other figure is so small that `relative` says little. */
        readonly tinyBase: boolean
      }
      /** The steps of the running total from the plan's start; empty where they are not known. */
      readonly increments: readonly ({
        /** What the step covers. */
        readonly period: string
        /** What it brought; null: not reported. */
        readonly value: number | null
      })[]
      /** The place of an area among its like; null for totals and without an achievement. */
      readonly rank: {
        /** Its place by achievement, 1 the best. */
        readonly place: number
        /** Among how many. */
        readonly of: number
      } | {
        /** Its place by achievement, 1 the best. */
        readonly place: number
        /** Among how many. */
        readonly of: number
      }
      /** Of an area: its share of what is missing in all areas that fall short. A percentage: 118.26875, not 1.1826875. */
      readonly shortfallShare: number | null
      /** What was printed about the actual; null: nothing. */
      readonly published: {
        /** The completion that was printed about the actual. A percentage: 118.26875, not 1.1826875. */
        readonly value: number
        /** Whether it is the calculated one as printed; null: cannot be told. */
        readonly agrees: boolean | null
      } | {
        /** The completion that was printed about the actual. A percentage: 118.26875, not 1.1826875. */
        readonly value: number
        /** Whether it is the calculated one as printed; null: cannot be told. */
        readonly agrees: boolean | null
      }
      /** Who answers for it. */
      readonly responsible: {
        /** In Vietnamese. */
        readonly vi: string
        /** In English. */
        readonly en: string
      } | {
        /** In Vietnamese. */
        readonly vi: string
        /** In English. */
        readonly en: string
      }
      /** What the plan says of it. */
      readonly note: {
        /** In Vietnamese. */
        readonly vi: string
        /** In English. */
        readonly en: string
      } | {
        /** In Vietnamese. */
        readonly vi: string
        /** In English. */
        readonly en: string
      }
      /** The part of the plan that the target is of, by whose end it is to be reached; null: all of it. */
      readonly targetPeriod: string | null
      /** The targets of all parts of the plan, the last one that of the whole; running totals of what adds up over it. */
      readonly targetsByPeriod: readonly ({
        /** The part of the plan. */
        readonly period: string
        /** What is to be reached by its end. */
        readonly target: undefined
      })[]
      /** Of a sum over only some areas: what the targets of just these come to; null: not known. */
      readonly partialTarget: number | null
      /** Tables leave it out. */
      readonly hidden: boolean
      /** How the expectation came about: evenly by days, as stated (`linear`) or not; by stated shares; as last year; by targets of periods. */
      readonly expectedBy: 'unstated' | 'linear' | 'shares' | 'last-year' | 'targets' | null
      /** The standard error of the actual, where a survey gave it, in percentage points; null: none is stated. */
      readonly standardError: number | null
      /** The states of the plan's own that a task may have, the first one furthest from its end; empty: it has none. */
      readonly states: readonly ({
        /** In Vietnamese. */
        readonly vi: string
        /** In English. */
        readonly en: string
      })[]
      /** How the poor moved where no rate is known at both ends; with one it stands in `change`. null: nothing is known of it. */
      readonly movements: {
        /** Poor at the start. */
        readonly start: number | null
        /** Escaped poverty. */
        readonly escaped: number | null
        /** Fell back into poverty. */
        readonly relapsed: number | null
        /** Became poor for the first time. */
        readonly new: number | null
        /** Other changes, with their sign. */
        readonly other: number | null
        /** Poor at the end. */
        readonly end: number | null
        /** The end less what the movements come to: 0 where they balance. */
        readonly gap: number | null
      } | {
        /** Poor at the start. */
        readonly start: number | null
        /** Escaped poverty. */
        readonly escaped: number | null
        /** Fell back into poverty. */
        readonly relapsed: number | null
        /** Became poor for the first time. */
        readonly new: number | null
        /** Other changes, with their sign. */
        readonly other: number | null
        /** Poor at the end. */
        readonly end: number | null
        /** The end less what the movements come to: 0 where they balance. */
        readonly gap: number | null
      }
      /** The id of the provider whose figures are judged; null: the plan names none. */
      readonly provider: string | null
      /** What the other providers of the indicator give; CSV has `survey=3.7`. */
      readonly otherProviders: readonly ({
        /** The id of the provider. */
        readonly id: string
        /** What the plan calls it. */
        readonly name: {
          /** In Vietnamese. */
          readonly vi: string
          /** In English. */
          readonly en: string
        }
        /** What was reached by its figures. */
        readonly actual: number | null
        /** What the actual covers. */
        readonly actualPeriod: string | null
        /** How settled the actual is. */
        readonly status: 'final' | 'provisional' | 'estimate' | null
        /** Of how many areas or periods the actual is made; null: of all. */
        readonly partial: {
          /** What some are missing of. */
          readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
          /** How many have reported. */
          readonly reported: number
          /** How many there are. */
          readonly expected: number
        } | {
          /** What some are missing of. */
          readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
          /** How many have reported. */
          readonly reported: number
          /** How many there are. */
          readonly expected: number
        }
        /** The standard error of that, in percentage points. */
        readonly standardError: number | null
        /** In what the two differ, so that they are not subtracted; null: in nothing. */
        readonly differsIn: 'standard' | 'measured' | 'method' | null
        /** This figure less the one that is judged, of the same time: percentage points for rates, else the unit. */
        readonly difference: number | null
        /** The same in per cent of the one that is judged. */
        readonly relative: number | null
        /** The completion by its figures. A percentage: 118.26875, not 1.1826875. */
        readonly achievement: number | null
        /** What the comparison would come to by its figures. */
        readonly verdict: 'exceeded' | 'met' | 'missed' | 'on-track' | 'behind' | 'open' | 'not-reported' | 'not-comparable' | null
        /** Every value that they were calculated from. */
        readonly inputs: readonly ({
          /** What the value is to the calculation. */
          readonly field: 'target' | 'original-target' | 'baseline' | 'baseline-poor' | 'baseline-households' | 'baseline-headcount' | 'baseline-intensity' | 'actual' | 'cumulative' | 'poor' | 'households' | 'poor-change' | 'escaped' | 'relapsed' | 'new' | 'other' | 'numerator' | 'denominator' | 'headcount' | 'intensity' | 'superseded'
          /** The file it stands in. */
          readonly file: string
          /** The line, from 1. */
          readonly line: number
          /** The column, from 1. */
          readonly column: number
          /** The sheet of a workbook; null: the file is none. */
          readonly sheet: string | null
          /** The cell of that sheet, `D3`; null: the file is no workbook. */
          readonly cell: string | null
          /** The id of the area that the value is of: a sum over areas has those of each. null: of the whole. */
          readonly area: string | null
          /** As written; of a sum of rows of a table, that sum. */
          readonly written: string
          /** How many rows of a table it is the sum of; null: it stands there as it is. */
          readonly rows: number | null
          /** Where it was published; null: not stated. */
          readonly source: string | null
          /** What was said of it where it was reported. */
          readonly note: {
            /** In Vietnamese. */
            readonly vi: string
            /** In English. */
            readonly en: string
          } | {
            /** In Vietnamese. */
            readonly vi: string
            /** In English. */
            readonly en: string
          }
        })[]
      })[]
      /** The standard error in per cent of the actual, the coefficient of variation: above 20 tables mark the figure. null: none is stated. */
      readonly variation: number | null
    })[]
    /** How many totals have each verdict. */
    readonly summary: {
      /** How many are exceeded. */
      readonly exceeded: number
      /** How many are met. */
      readonly met: number
      /** How many are missed. */
      readonly missed: number
      /** How many are on-track. */
      readonly 'on-track': number
      /** How many are behind. */
      readonly behind: number
      /** How many are open. */
      readonly open: number
      /** How many are not-reported. */
      readonly 'not-reported': number
      /** How many are not-comparable. */
      readonly 'not-comparable': number
    }
    /** Ids of indicators that a problem kept out. */
    readonly leftOut: readonly (string)[]
    /** Why: the first problem that kept each of them out. */
    readonly leftOutBecause: readonly ({
      /** The id of the indicator. */
      readonly id: string
      /** The first problem that kept it out; null: it is not known which. */
      readonly code: 'nothing-to-do' | 'unreadable' | 'too-large' | 'not-utf8' | 'empty-file' | 'bad-document' | 'left-open' | 'too-many' | 'not-a-report' | 'yaml-syntax' | 'yaml-refused' | 'too-deep' | 'alias-bomb' | 'text-too-long' | 'unknown-key' | 'missing-key' | 'duplicate-key' | 'duplicate-id' | 'bad-value' | 'key-not-for-type' | 'table-syntax' | 'ragged-row' | 'duplicate-column' | 'missing-column' | 'unknown-column' | 'bad-table' | 'unread-name' | 'plan-not-stated' | 'unknown-code' | 'missing-area' | 'ambiguous-date' | 'bad-workbook' | 'not-json' | 'rows-refused' | 'rows-left-out' | 'equal-rows' | 'hidden-cells' | 'cannot-be-summed' | 'table-not-read' | 'path-outside' | 'secret-in-file' | 'source-not-read' | 'more-duplicates' | 'ambiguous-number' | 'not-a-number' | 'comma-in-braces' | 'percent-or-points' | 'percent-or-ratio' | 'low-tolerance' | 'unit-mismatch' | 'not-in-text' | 'fraction-or-percent' | 'bad-period' | 'bad-target' | 'direction-not-stated' | 'no-baseline' | 'bad-phasing' | 'no-profile' | 'follows-no-earlier' | 'target-behind-baseline' | 'parts-do-not-sum' | 'area-targets-do-not-sum' | 'unknown-plan' | 'unknown-indicator' | 'unknown-area' | 'unknown-group' | 'unknown-provider' | 'period-outside-plan' | 'basis-not-stated' | 'duplicate-observation' | 'overlapping-periods' | 'cumulative-disagrees' | 'falling-cumulative' | 'part-exceeds-whole' | 'total-disagrees' | 'published-disagrees' | 'mpi-disagrees' | 'households-disagree' | 'rate-disagrees' | 'start-disagrees' | 'movements-do-not-balance' | 'poor-change-disagrees' | 'not-comparable' | 'standard-not-stated' | null
      /** The file of that problem; null: about no file. */
      readonly file: string | null
      /** The line, from 1. */
      readonly line: number | null
      /** The column, from 1, in UTF-16 units as editors count. */
      readonly column: number | null
    })[]
    /** The targets that the report is held against. */
    readonly targets: 'revised' | 'original'
    /** The period that was asked for; null: what the newest figures cover. */
    readonly reportingPeriod: string | null
    /** What the plan says of itself. */
    readonly note: {
      /** In Vietnamese. */
      readonly vi: string
      /** In English. */
      readonly en: string
    } | {
      /** In Vietnamese. */
      readonly vi: string
      /** In English. */
      readonly en: string
    }
    /** The sections of the plan, in the plan's order. */
    readonly sections: readonly ({
      /** The id of the section. */
      readonly id: string
      /** The name of the section. */
      readonly name: {
        /** In Vietnamese. */
        readonly vi: string
        /** In English. */
        readonly en: string
      }
      /** The id of the section that it lies in. */
      readonly parent: string | null
    })[]
    /** The areas of the plan. */
    readonly areas: readonly ({
      /** The id of the area. */
      readonly id: string
      /** The name of the area. */
      readonly name: {
        /** In Vietnamese. */
        readonly vi: string
        /** In English. */
        readonly en: string
      }
      /** The id of the area that it lies in; null: in none. */
      readonly parent: string | null
    })[]
    /** Its poverty rates from year to year, with those of the plans that it follows. */
    readonly series: readonly ({
      /** The id of the indicator. */
      readonly id: string
      /** The id of the area; null: the whole. */
      readonly area: string | null
      /** In order of time. */
      readonly points: readonly ({
        /** The plan that it is a result of, or a baseline. */
        readonly plan: string
        /** When, as written. */
        readonly period: string | null
        /** The poverty rate in per cent. */
        readonly value: number
        /** Poor households or persons. */
        readonly poor: number | null
        /** All households or persons. */
        readonly households: number | null
        /** The poverty standard or definition; null: not stated. */
        readonly standard: string | null
        /** Whether households or persons are counted; null: not stated. */
        readonly measured: 'households' | 'persons' | null
        /** How it is measured; null: not stated. */
        readonly method: string | null
        /** What a multidimensional index is the product of, in per cent; null: not stated. */
        readonly mpi: {
          /** The share of the poor, in per cent. */
          readonly headcount: number
          /** The mean share of deprivations among the poor, in per cent. */
          readonly intensity: number
        } | {
          /** The share of the poor, in per cent. */
          readonly headcount: number
          /** The mean share of deprivations among the poor, in per cent. */
          readonly intensity: number
        }
        /** The standard error of the rate of a survey, in percentage points; null: none is stated. */
        readonly standardError: number | null
        /** What is missing of the figure; null: nothing. */
        readonly partial: {
          /** What some are missing of. */
          readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
          /** How many have reported. */
          readonly reported: number
          /** How many there are. */
          readonly expected: number
        } | {
          /** What some are missing of. */
          readonly of: 'areas' | 'groups' | 'years' | 'halves' | 'quarters' | 'months' | 'days' | 'rows'
          /** How many have reported. */
          readonly reported: number
          /** How many there are. */
          readonly expected: number
        }
        /** What an earlier plan reported for the same day, where that was another rate. */
        readonly restated: number | null
        /** In what it differs from the points before it, so that a new stretch begins; null: in nothing. */
        readonly differsIn: 'standard' | 'measured' | 'method' | null
        /** From the point before it; null at the start of a stretch. */
        readonly sinceLast: {
          /** The change in percentage points. */
          readonly absolute: number
          /** The change in per cent of the earlier rate; null where that is 0. */
          readonly relative: number | null
          /** How many whole years lie between; null where they are none. */
          readonly years: number | null
          /** The change in percentage points a year over these years. */
          readonly perYear: number | null
          /** The change in the number of the poor. */
          readonly poor: number | null
          /** What was planned up to here, with its sign; the two ends of a range. null: nothing is said of this time. */
          readonly planned: number | readonly [number, number] | null
          /** The change of the planned one. A percentage: 118.26875, not 1.1826875. */
          readonly achievement: number | null
        } | {
          /** The change in percentage points. */
          readonly absolute: number
          /** The change in per cent of the earlier rate; null where that is 0. */
          readonly relative: number | null
          /** How many whole years lie between; null where they are none. */
          readonly years: number | null
          /** The change in percentage points a year over these years. */
          readonly perYear: number | null
          /** The change in the number of the poor. */
          readonly poor: number | null
          /** What was planned up to here, with its sign; the two ends of a range. null: nothing is said of this time. */
          readonly planned: number | readonly [number, number] | null
          /** The change of the planned one. A percentage: 118.26875, not 1.1826875. */
          readonly achievement: number | null
        }
        /** From the first point of its stretch; null at its start. */
        readonly sinceFirst: {
          /** The change in percentage points. */
          readonly absolute: number
          /** The change in per cent of the earlier rate; null where that is 0. */
          readonly relative: number | null
          /** How many whole years lie between; null where they are none. */
          readonly years: number | null
          /** The change in percentage points a year over these years. */
          readonly perYear: number | null
          /** The change in the number of the poor. */
          readonly poor: number | null
          /** What was planned up to here, with its sign; the two ends of a range. null: nothing is said of this time. */
          readonly planned: number | readonly [number, number] | null
          /** The change of the planned one. A percentage: 118.26875, not 1.1826875. */
          readonly achievement: number | null
        } | {
          /** The change in percentage points. */
          readonly absolute: number
          /** The change in per cent of the earlier rate; null where that is 0. */
          readonly relative: number | null
          /** How many whole years lie between; null where they are none. */
          readonly years: number | null
          /** The change in percentage points a year over these years. */
          readonly perYear: number | null
          /** The change in the number of the poor. */
          readonly poor: number | null
          /** What was planned up to here, with its sign; the two ends of a range. null: nothing is said of this time. */
          readonly planned: number | readonly [number, number] | null
          /** The change of the planned one. A percentage: 118.26875, not 1.1826875. */
          readonly achievement: number | null
        }
      })[]
    })[]
    /** The breakdowns of the plan. */
    readonly breakdowns: readonly ({
      /** The id of the breakdown. */
      readonly id: string
      /** Its groups, whose ids are those of lines: `sex=f`. */
      readonly groups: readonly ({
        /** The id of the area. */
        readonly id: string
        /** The name of the area. */
        readonly name: {
          /** In Vietnamese. */
          readonly vi: string
          /** In English. */
          readonly en: string
        }
        /** The id of the area that it lies in; null: in none. */
        readonly parent: string | null
      })[]
    })[]
  })[]
  /** Every problem of every input, by file and line. */
  readonly problems: readonly ({
    /** Which problem it is; docs/problems.md explains each. */
    readonly code: 'nothing-to-do' | 'unreadable' | 'too-large' | 'not-utf8' | 'empty-file' | 'bad-document' | 'left-open' | 'too-many' | 'not-a-report' | 'yaml-syntax' | 'yaml-refused' | 'too-deep' | 'alias-bomb' | 'text-too-long' | 'unknown-key' | 'missing-key' | 'duplicate-key' | 'duplicate-id' | 'bad-value' | 'key-not-for-type' | 'table-syntax' | 'ragged-row' | 'duplicate-column' | 'missing-column' | 'unknown-column' | 'bad-table' | 'unread-name' | 'plan-not-stated' | 'unknown-code' | 'missing-area' | 'ambiguous-date' | 'bad-workbook' | 'not-json' | 'rows-refused' | 'rows-left-out' | 'equal-rows' | 'hidden-cells' | 'cannot-be-summed' | 'table-not-read' | 'path-outside' | 'secret-in-file' | 'source-not-read' | 'more-duplicates' | 'ambiguous-number' | 'not-a-number' | 'comma-in-braces' | 'percent-or-points' | 'percent-or-ratio' | 'low-tolerance' | 'unit-mismatch' | 'not-in-text' | 'fraction-or-percent' | 'bad-period' | 'bad-target' | 'direction-not-stated' | 'no-baseline' | 'bad-phasing' | 'no-profile' | 'follows-no-earlier' | 'target-behind-baseline' | 'parts-do-not-sum' | 'area-targets-do-not-sum' | 'unknown-plan' | 'unknown-indicator' | 'unknown-area' | 'unknown-group' | 'unknown-provider' | 'period-outside-plan' | 'basis-not-stated' | 'duplicate-observation' | 'overlapping-periods' | 'cumulative-disagrees' | 'falling-cumulative' | 'part-exceeds-whole' | 'total-disagrees' | 'published-disagrees' | 'mpi-disagrees' | 'households-disagree' | 'rate-disagrees' | 'start-disagrees' | 'movements-do-not-balance' | 'poor-change-disagrees' | 'not-comparable' | 'standard-not-stated'
    /** `error`: something could not be read. `warning`: a fact is doubtful. */
    readonly severity: 'error' | 'warning'
    /** The file, as it was named or found; null: about no file. */
    readonly file: string | null
    /** The line, from 1. */
    readonly line: number | null
    /** The column, from 1, in UTF-16 units as editors count. */
    readonly column: number | null
    /** The sheet of a workbook; null: the file is none. */
    readonly sheet: string | null
    /** The cell of that sheet, `D3`; null: the file is no workbook. */
    readonly cell: string | null
    /** What is the case, in the language of the run. */
    readonly message: string
    /** What to write instead, in the language of the run. */
    readonly remedy: string
  })[]
  /** Every file that was read. */
  readonly inputs: readonly ({
    /** The file, as it was named or found; of a database the source and the table. */
    readonly file: string
    /** The SHA-256 of its bytes, in hexadecimal; null: of a database. */
    readonly sha256: string | null
    /** How many bytes it has; null: of a database. */
    readonly bytes: number | null
    /** Where it was read, if that is a database. */
    readonly database?: {
      /** What the server is. */
      readonly engine: 'postgres' | 'clickhouse'
      /** The server. */
      readonly host: string
      /** The port on which the server answers. */
      readonly port: number
      /** The database. */
      readonly database: string
      /** The table, with its schema. */
      readonly table: string
      /** How many rows it had. */
      readonly rows: number
      /** When it was read, by the clock of the server, in UTC. */
      readonly at: string
    }
  })[]
}

/** What `pva audit --format json` writes: whether published figures can be true. */
export interface AuditDocument {
  /** The format of this object. Within a version keys are only ever added. */
  readonly format: 'pva.audit/1'
  /** Whether everything could be read; `false` where a problem is an error. */
  readonly complete: boolean
  /** Every claim, in the order of the files. */
  readonly claims: readonly ({
    /** The id of the claim; null: it has none. */
    readonly id: string | null
    /** The sentence as it was printed; null: it was not written down. */
    readonly text: string | null
    /** The file it stands in. */
    readonly file: string
    /** The line, from 1. */
    readonly line: number
    /** The column, from 1, in UTF-16 units as editors count. */
    readonly column: number
    /** Where it was printed, in the language of the run; null: not stated. */
    readonly source: string | null
    /** What a sentence of prose was understood as; null: somebody turned it into fields. */
    readonly said: {
      /** What it is about; empty: nothing says so. */
      readonly subject: string
      /** What is counted, with thousands, millions or billions where figures are told in them; null: nothing says so. */
      readonly unit: string | null
      /** When, as a period; null: the sentence does not say. */
      readonly period: string | null
      /** Each figure by what it was read as. */
      readonly figures: readonly ({
        /** The key of the claim. */
        readonly field: 'baseline' | 'from' | 'to' | 'target' | 'actual' | 'completion' | 'exceeds_by' | 'change' | 'relative_change' | 'poor_change' | 'numerator' | 'denominator' | 'rate' | 'total' | 'previous' | 'growth' | 'parts'
        /** The file it stands in. */
        readonly file: string
        /** The line, from 1. */
        readonly line: number
        /** The column, from 1, in UTF-16 units as editors count. */
        readonly column: number
        /** As it was written. */
        readonly written: string
      })[]
      /** What it is of an earlier figure that is not printed. */
      readonly ratio: string | null
      /** How the target is meant, where the sentence says so. */
      readonly direction: 'at_least' | 'at_most' | 'above' | 'below' | 'between' | 'reduce_by' | 'increase_by' | null
      /** The word about the result; null: there is none. */
      readonly verdict: 'met' | 'exceeded' | 'missed' | null
      /** The indicator beside the prose that the target was taken from; null: from the sentence, or there is none. */
      readonly targetOf: {
        /** The id of the plan. */
        readonly plan: string
        /** The id of its indicator. */
        readonly indicator: string
      } | {
        /** The id of the plan. */
        readonly plan: string
        /** The id of its indicator. */
        readonly indicator: string
      }
    } | {
      /** What it is about; empty: nothing says so. */
      readonly subject: string
      /** What is counted, with thousands, millions or billions where figures are told in them; null: nothing says so. */
      readonly unit: string | null
      /** When, as a period; null: the sentence does not say. */
      readonly period: string | null
      /** Each figure by what it was read as. */
      readonly figures: readonly ({
        /** The key of the claim. */
        readonly field: 'baseline' | 'from' | 'to' | 'target' | 'actual' | 'completion' | 'exceeds_by' | 'change' | 'relative_change' | 'poor_change' | 'numerator' | 'denominator' | 'rate' | 'total' | 'previous' | 'growth' | 'parts'
        /** The file it stands in. */
        readonly file: string
        /** The line, from 1. */
        readonly line: number
        /** The column, from 1, in UTF-16 units as editors count. */
        readonly column: number
        /** As it was written. */
        readonly written: string
      })[]
      /** What it is of an earlier figure that is not printed. */
      readonly ratio: string | null
      /** How the target is meant, where the sentence says so. */
      readonly direction: 'at_least' | 'at_most' | 'above' | 'below' | 'between' | 'reduce_by' | 'increase_by' | null
      /** The word about the result; null: there is none. */
      readonly verdict: 'met' | 'exceeded' | 'missed' | null
      /** The indicator beside the prose that the target was taken from; null: from the sentence, or there is none. */
      readonly targetOf: {
        /** The id of the plan. */
        readonly plan: string
        /** The id of its indicator. */
        readonly indicator: string
      } | {
        /** The id of the plan. */
        readonly plan: string
        /** The id of its indicator. */
        readonly indicator: string
      }
    }
    /** Each figure that is claimed. */
    readonly judgements: readonly ({
      /** What is claimed. */
      readonly what: 'completion' | 'exceedsBy' | 'change' | 'relativeChange' | 'poorChange' | 'rate' | 'total' | 'growth' | 'base' | 'verdict'
      /** What is found about it. */
      readonly verdict: 'consistent' | 'consistent-truncated' | 'consistent-half-even' | 'consistent-within-rounding' | 'implied' | 'undefined' | 'undecided' | 'wording' | 'other-formula' | 'inconsistent'
      /** What was printed: a number, or text where it is a word, a range or a bound. */
      readonly claimed: number | string | null
      /** What the printed inputs come to, in the same terms; null: it cannot be calculated. */
      readonly computed: number | string | null
      /** The formula that gives `computed`; null: none is needed. */
      readonly formula: 'attainment' | 'change' | 'range' | 'progress' | 'level' | 'ratio' | 'inverse' | null
      /** What may be computed, given that inputs are rounded, bounds or ranges; null: they are exact. */
      readonly interval: {
        /** The lower bound; null: there is none. */
        readonly low: number | null
        /** Whether the lower bound itself is outside. */
        readonly lowOpen: boolean
        /** The upper bound; null: there is none. */
        readonly high: number | null
        /** Whether the upper bound itself is outside. */
        readonly highOpen: boolean
      } | {
        /** The lower bound; null: there is none. */
        readonly low: number | null
        /** Whether the lower bound itself is outside. */
        readonly lowOpen: boolean
        /** The upper bound; null: there is none. */
        readonly high: number | null
        /** Whether the upper bound itself is outside. */
        readonly highOpen: boolean
      }
      /** The targets that fit, where the target was not printed. */
      readonly impliedTarget: {
        /** The lower bound; null: there is none. */
        readonly low: number | null
        /** Whether the lower bound itself is outside. */
        readonly lowOpen: boolean
        /** The upper bound; null: there is none. */
        readonly high: number | null
        /** Whether the upper bound itself is outside. */
        readonly highOpen: boolean
        /** The number inside with the fewest significant digits; null: there is no bound on one side. */
        readonly roundest: number | null
      } | {
        /** The lower bound; null: there is none. */
        readonly low: number | null
        /** Whether the lower bound itself is outside. */
        readonly lowOpen: boolean
        /** The upper bound; null: there is none. */
        readonly high: number | null
        /** Whether the upper bound itself is outside. */
        readonly highOpen: boolean
        /** The number inside with the fewest significant digits; null: there is no bound on one side. */
        readonly roundest: number | null
      }
      /** The single slip that would make a wrong figure right, if there is exactly one. */
      readonly slip: 'swapped-digits' | 'decimal-shift' | 'swapped-inputs' | null
      /** What the numbers are in: `percent`, percentage `points`, or a `number` of something. */
      readonly unit: 'number' | 'percent' | 'points'
      /** Why the verdict was given, as a word. */
      readonly reason: 'fits' | 'rounded-otherwise' | 'inputs-rounded' | 'taken-as-rounded' | 'implied' | 'not-defined' | 'not-printed' | 'not-exact' | 'direction-not-stated' | 'points-or-percent' | 'any-target-fits' | 'no-target-fits' | 'off-by-100' | 'points-as-percent' | 'percent-as-points' | 'other-formula' | 'differs' | 'other-outcome' | 'one-base' | 'base-changed' | 'no-base'
      /** Why the verdict was given, in the language of the run; empty where the verdict says it all. */
      readonly why: string
      /** What an unmarked number that fits in neither way comes to in the other one; null: there is no other. */
      readonly otherwise: {
        /** What the printed inputs come to in this way. */
        readonly computed: number
        /** What it is in. */
        readonly unit: 'number' | 'percent' | 'points'
      } | {
        /** What the printed inputs come to in this way. */
        readonly computed: number
        /** What it is in. */
        readonly unit: 'number' | 'percent' | 'points'
      }
      /** What the slip would correct: both numbers where two are swapped, else any one of them. */
      readonly corrections: readonly ({
        /** The key of the number. */
        readonly field: 'baseline' | 'from' | 'to' | 'target' | 'actual' | 'completion' | 'exceeds_by' | 'change' | 'relative_change' | 'poor_change' | 'numerator' | 'denominator' | 'rate' | 'total' | 'previous' | 'growth' | 'parts'
        /** As it was printed. */
        readonly printed: number
        /** As it would have to be. */
        readonly corrected: number
      })[]
      /** What it was calculated from. */
      readonly inputs: readonly ({
        /** The key of the claim. */
        readonly field: 'baseline' | 'from' | 'to' | 'target' | 'actual' | 'completion' | 'exceeds_by' | 'change' | 'relative_change' | 'poor_change' | 'numerator' | 'denominator' | 'rate' | 'total' | 'previous' | 'growth' | 'parts'
        /** The file it stands in. */
        readonly file: string
        /** The line, from 1. */
        readonly line: number
        /** The column, from 1, in UTF-16 units as editors count. */
        readonly column: number
        /** As it was written. */
        readonly written: string
        /** With `--explain`: what it may have been before it was rounded; of a whole number that was counted, itself. */
        readonly standsFor?: {
          /** The lower bound; null: there is none. */
          readonly low: number | null
          /** Whether the lower bound itself is outside. */
          readonly lowOpen: boolean
          /** The upper bound; null: there is none. */
          readonly high: number | null
          /** Whether the upper bound itself is outside. */
          readonly highOpen: boolean
        }
      })[]
      /** With `--explain`: how `computed` came about, or the lower and the upper end of an implied target; none: there are only bounds or ranges. */
      readonly derivations?: readonly ({
        /** With the names of the numbers: `actual / target`. */
        readonly names: string
        /** With the numbers: `18923 / 16000`. */
        readonly figures: string
        /** What it comes to, as a ratio where per cent are meant. */
        readonly value: number
      })[]
    })[]
    /** The worst verdict among them; null: nothing is claimed. */
    readonly worst: 'consistent' | 'consistent-truncated' | 'consistent-half-even' | 'consistent-within-rounding' | 'implied' | 'undefined' | 'undecided' | 'wording' | 'other-formula' | 'inconsistent' | null
  })[]
  /** How many judgements have each verdict. */
  readonly summary: {
    /** How many are consistent. */
    readonly consistent: number
    /** How many are consistent-truncated. */
    readonly 'consistent-truncated': number
    /** How many are consistent-half-even. */
    readonly 'consistent-half-even': number
    /** How many are consistent-within-rounding. */
    readonly 'consistent-within-rounding': number
    /** How many are implied. */
    readonly implied: number
    /** How many are undefined. */
    readonly undefined: number
    /** How many are undecided. */
    readonly undecided: number
    /** How many are wording. */
    readonly wording: number
    /** How many are other-formula. */
    readonly 'other-formula': number
    /** How many are inconsistent. */
    readonly inconsistent: number
  }
  /** How many claims are there but could not be read; their problems say why. */
  readonly unread: number
  /** What was read of prose; null: there is none. */
  readonly prose: {
    /** How many sentences have figures. */
    readonly sentences: number
    /** How many figures they have. */
    readonly figures: number
    /** How many of them were read into claims. */
    readonly read: number
    /** How many of these were judged, or judged with. */
    readonly audited: number
    /** The first 1,000 figures that were not read. */
    readonly unread: readonly ({
      /** The figure with its unit. */
      readonly text: string
      /** The sentence it stands in. */
      readonly sentence: string
      /** The file it stands in. */
      readonly file: string
      /** The line, from 1. */
      readonly line: number
      /** The column, from 1, in UTF-16 units as editors count. */
      readonly column: number
    })[]
  } | {
    /** How many sentences have figures. */
    readonly sentences: number
    /** How many figures they have. */
    readonly figures: number
    /** How many of them were read into claims. */
    readonly read: number
    /** How many of these were judged, or judged with. */
    readonly audited: number
    /** The first 1,000 figures that were not read. */
    readonly unread: readonly ({
      /** The figure with its unit. */
      readonly text: string
      /** The sentence it stands in. */
      readonly sentence: string
      /** The file it stands in. */
      readonly file: string
      /** The line, from 1. */
      readonly line: number
      /** The column, from 1, in UTF-16 units as editors count. */
      readonly column: number
    })[]
  }
  /** The verdicts that break the audit. */
  readonly failOn: readonly ('consistent' | 'consistent-truncated' | 'consistent-half-even' | 'consistent-within-rounding' | 'implied' | 'undefined' | 'undecided' | 'wording' | 'other-formula' | 'inconsistent')[]
  /** Whether a judgement has one of these verdicts. */
  readonly broken: boolean
  /** Every problem of every input, by file and line. */
  readonly problems: readonly ({
    /** Which problem it is; docs/problems.md explains each. */
    readonly code: 'nothing-to-do' | 'unreadable' | 'too-large' | 'not-utf8' | 'empty-file' | 'bad-document' | 'left-open' | 'too-many' | 'not-a-report' | 'yaml-syntax' | 'yaml-refused' | 'too-deep' | 'alias-bomb' | 'text-too-long' | 'unknown-key' | 'missing-key' | 'duplicate-key' | 'duplicate-id' | 'bad-value' | 'key-not-for-type' | 'table-syntax' | 'ragged-row' | 'duplicate-column' | 'missing-column' | 'unknown-column' | 'bad-table' | 'unread-name' | 'plan-not-stated' | 'unknown-code' | 'missing-area' | 'ambiguous-date' | 'bad-workbook' | 'not-json' | 'rows-refused' | 'rows-left-out' | 'equal-rows' | 'hidden-cells' | 'cannot-be-summed' | 'table-not-read' | 'path-outside' | 'secret-in-file' | 'source-not-read' | 'more-duplicates' | 'ambiguous-number' | 'not-a-number' | 'comma-in-braces' | 'percent-or-points' | 'percent-or-ratio' | 'low-tolerance' | 'unit-mismatch' | 'not-in-text' | 'fraction-or-percent' | 'bad-period' | 'bad-target' | 'direction-not-stated' | 'no-baseline' | 'bad-phasing' | 'no-profile' | 'follows-no-earlier' | 'target-behind-baseline' | 'parts-do-not-sum' | 'area-targets-do-not-sum' | 'unknown-plan' | 'unknown-indicator' | 'unknown-area' | 'unknown-group' | 'unknown-provider' | 'period-outside-plan' | 'basis-not-stated' | 'duplicate-observation' | 'overlapping-periods' | 'cumulative-disagrees' | 'falling-cumulative' | 'part-exceeds-whole' | 'total-disagrees' | 'published-disagrees' | 'mpi-disagrees' | 'households-disagree' | 'rate-disagrees' | 'start-disagrees' | 'movements-do-not-balance' | 'poor-change-disagrees' | 'not-comparable' | 'standard-not-stated'
    /** `error`: something could not be read. `warning`: a fact is doubtful. */
    readonly severity: 'error' | 'warning'
    /** The file, as it was named or found; null: about no file. */
    readonly file: string | null
    /** The line, from 1. */
    readonly line: number | null
    /** The column, from 1, in UTF-16 units as editors count. */
    readonly column: number | null
    /** The sheet of a workbook; null: the file is none. */
    readonly sheet: string | null
    /** The cell of that sheet, `D3`; null: the file is no workbook. */
    readonly cell: string | null
    /** What is the case, in the language of the run. */
    readonly message: string
    /** What to write instead, in the language of the run. */
    readonly remedy: string
  })[]
  /** Every file that was read. */
  readonly inputs: readonly ({
    /** The file, as it was named or found; of a database the source and the table. */
    readonly file: string
    /** The SHA-256 of its bytes, in hexadecimal; null: of a database. */
    readonly sha256: string | null
    /** How many bytes it has; null: of a database. */
    readonly bytes: number | null
    /** Where it was read, if that is a database. */
    readonly database?: {
      /** What the server is. */
      readonly engine: 'postgres' | 'clickhouse'
      /** The server. */
      readonly host: string
      /** The port on which the server answers. */
      readonly port: number
      /** The database. */
      readonly database: string
      /** The table, with its schema. */
      readonly table: string
      /** How many rows it had. */
      readonly rows: number
      /** When it was read, by the clock of the server, in UTC. */
      readonly at: string
    }
  })[]
}
