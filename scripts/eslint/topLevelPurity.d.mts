import type { Rule } from "eslint"

export declare const topLevelPurity: Rule.RuleModule
