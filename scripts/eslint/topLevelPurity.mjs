/**
 * Forbids, at the top level of a module, what a bundler keeps although nobody uses it.
 *
 * The build marks every top-level call as pure, so an unused `Schema.Struct(…)` goes away. The forms refused here
 * survive that: a getter, an iterator or a `toString` might run in them. One of them in an unused export carries all it
 * refers to, in the worst case the whole Schema runtime, into every program. Which forms stay was measured, and
 * `test/lint/topLevelPurity.test.ts` measures it again.
 */
const messages = {
  spread: "Runs an iterator or a getter, so bundlers keep it. Compose (`Schema.extend`), or spread inside a function.",
  read: "May run a getter, so bundlers keep it. Name the piece as its own const, or read it inside a function.",
  optional: "Bundlers keep an optional chain, even around a call. Put it inside a function.",
  computed: "May run a `toString`, so bundlers keep the whole object or class. Write the key literally.",
  destructuring: "Reads properties, so bundlers keep it. Export one const for each binding.",
  enum: "Compiles to a statement that bundlers keep. Use literals.",
  namespace: "Compiles to a statement that bundlers keep. Use a module, and `declare namespace` for types.",
  staticBlock: "Bundlers keep the whole class. Use a static property.",
  assign: "The build marks it as pure although it changes its first argument. Put it inside a function.",
  operation: "May run code of its operands, so bundlers keep it. Write the value, or put it inside a function.",
  statement: "Runs whenever anything of the module is used. A module may only declare."
}

const operations = new Set([
  "AssignmentExpression",
  "AwaitExpression",
  "ImportExpression",
  "TaggedTemplateExpression",
  "UpdateExpression"
])

const isObjectAssign = ({ object, property, type }) =>
  type === "MemberExpression" && object.name === "Object" && property.name === "assign"

const findFault = (node, namespaces) => {
  switch (node.type) {
    case "SpreadElement":
      return "spread"
    case "MemberExpression":
      // Of a module, bundlers know that its exports have no getters.
      return !node.computed && namespaces.has(node.object.name) ? undefined : "read"
    case "ChainExpression":
      return "optional"
    case "Property":
    case "PropertyDefinition":
    case "MethodDefinition":
      return node.computed && node.key.type !== "Literal" ? "computed" : undefined
    case "ObjectPattern":
    case "ArrayPattern":
      return "destructuring"
    case "TSEnumDeclaration":
      return "enum"
    case "TSModuleDeclaration":
      return "namespace"
    case "StaticBlock":
      return "staticBlock"
    case "CallExpression":
      return isObjectAssign(node.callee) ? "assign" : undefined
    case "BinaryExpression":
      return ["===", "!=="].includes(node.operator) ? undefined : "operation"
    case "UnaryExpression":
      return ["!", "typeof", "void"].includes(node.operator) || node.argument.type === "Literal"
        ? undefined
        : "operation"
    case "TemplateLiteral":
      return node.expressions.length > 0 ? "operation" : undefined
    default:
      return operations.has(node.type) ? "operation" : node.type.endsWith("Statement") ? "statement" : undefined
  }
}

const emitted = new Set([
  "TSAsExpression",
  "TSEnumDeclaration",
  "TSInstantiationExpression",
  "TSModuleDeclaration",
  "TSNonNullExpression",
  "TSSatisfiesExpression",
  "TSTypeAssertion"
])

const isErased = (node) => node.declare === true || (node.type.startsWith("TS") && !emitted.has(node.type))

const runsLater = (node) => node.type.includes("Function")

/** An unused call takes the chain it hangs on with it: `Schema.suspend(…).annotations(…)` reads no property. */
const startOfChain = (node) => node.type === "MemberExpression" ? startOfChain(node.object) : node

const evaluatedParts = (node, visitorKeys) => {
  if (node.type === "CallExpression" || node.type === "NewExpression") {
    return [startOfChain(node.callee), ...node.arguments]
  }
  // What an instance starts with is evaluated by the constructor; its key when the class is defined.
  if (node.static === false) return [node.key]
  return visitorKeys[node.type].flatMap((key) => node[key] ?? []).filter((part) => part !== null)
}

const namespacesOf = (program) =>
  new Set(
    program.body
      .flatMap((statement) => statement.type === "ImportDeclaration" ? statement.specifiers : [])
      .filter((specifier) => specifier.type === "ImportNamespaceSpecifier")
      .map((specifier) => specifier.local.name)
  )

export const topLevelPurity = {
  meta: {
    type: "problem",
    docs: { description: "Forbid at the top level of a module what a bundler keeps although nobody uses it" },
    schema: [],
    messages
  },
  create: (context) => ({
    Program(program) {
      const namespaces = namespacesOf(program)
      const visit = (node) => {
        if (isErased(node) || runsLater(node)) return
        const messageId = findFault(node, namespaces)
        if (messageId !== undefined) return context.report({ node, messageId })
        evaluatedParts(node, context.sourceCode.visitorKeys).forEach(visit)
      }
      visit(program)
    }
  })
}
