import { assert, describe, it } from "@effect/vitest"
import * as Redaction from "effect-intercom/testing/internal/recording/Redaction"
import * as FC from "effect/FastCheck"

const text = (given: string): string => Redaction.make().text(given)
const url = (given: string): string => Redaction.make().url(given)
const json = (given: unknown): unknown => Redaction.make().json(given)

describe("An e-mail address", () => {
  it("becomes a pseudonym: numbered in order of appearance, the same one each time", () => {
    const redactor = Redaction.make()
    assert.strictEqual(
      redactor.text("bob@x.example wrote to ada@x.example, then bob@x.example again."),
      "email-1@redacted.example wrote to email-2@redacted.example, then email-1@redacted.example again."
    )
    assert.strictEqual(redactor.url("/contacts?email=ada%40x.example"), "/contacts?email=email-2%40redacted.example")
  })

  it("with capitals has the same number, and a pseudonym with a capital", () => {
    assert.strictEqual(
      text("Ada@X.example ada@x.example"),
      "Email-1@redacted.example email-1@redacted.example"
    )
  })

  it("is found in free text and HTML, and the text around it stays", () => {
    const cases = [
      ["<a href=\"mailto:ada@x.example\">ada@x.example</a>", "<a href=\"mailto:E\">E</a>"],
      ["Ada <ada@x.example>, (ada@x.example); 'ada@x.example'.", "Ada <E>, (E); 'E'."],
      ["**ada@x.example** and {ada@x.example}", "**E** and {E}"],
      ["id,email\n1,ada@x.example\n2,ada@x.example\n", "id,email\n1,E\n2,E\n"],
      ["{\"email\":\"ada@x.example\",\"at\":\"@ada\"}", "{\"email\":\"E\",\"at\":\"@ada\"}"],
      ["effect@3.22, @ada and a@b", "effect@3.22, @ada and a@b"]
    ] as const
    for (const [given, expected] of cases) {
      assert.strictEqual(text(given), expected.replaceAll("E", "email-1@redacted.example"))
    }
  })

  it("is replaced as a whole, whatever characters it has", () => {
    for (const address of ["o'brien@x.example", "a+b/c=d@x.example", "jörg@müller.example", "a.b-c_d@x-y.co.example"]) {
      assert.strictEqual(text(`to ${address}!`), "to email-1@redacted.example!")
    }
  })

  it("is found percent-encoded, once or more often, in URLs and in text", () => {
    const link = "https://x.example/u/ada%40x.example/?to=ada%2540x.example&a=1#ada@x.example"
    assert.strictEqual(
      text(`to ${link}.`),
      "to https://x.example/u/email-1%40redacted.example/?to=email-1%2540redacted.example&a=1#email-1@redacted.example."
    )
    assert.strictEqual(text("ada%40x.example"), "email-1%40redacted.example")
    assert.strictEqual(
      url("/r?next=https%3A%2F%2Fx.example%2F%3Femail%3Dada%2540x.example"),
      "/r?next=https%3A%2F%2Fx.example%2F%3Femail%3Demail-1%2540redacted.example"
    )
    assert.strictEqual(url("/s?q=to+ada%40x.example+now"), "/s?q=to%20email-1%40redacted.example%20now")
    assert.strictEqual(url("/s?q=50%+ada%40x.example"), "/s?q=50%25%20email-1%40redacted.example")
  })

  it("is found in keys", () => {
    assert.deepStrictEqual(json({ "ada@x.example": 1 }), { "email-1@redacted.example": 1 })
  })

  it("stays if it is encoded as HTML or base64", () => {
    for (const given of ["ada&#64;x.example", btoa("ada@x.example")]) assert.strictEqual(text(given), given)
  })
})

describe("A secret", () => {
  it("is known by the name of its key, in JSON of any depth", () => {
    assert.deepStrictEqual(
      json({
        token: "a",
        accessToken: "b",
        data: [{
          client_secret: "c",
          password: 1234,
          "api-key": "e",
          secret: "",
          user_hash: null,
          jwt: { value: "d", ok: true }
        }],
        tokens: 3,
        secretary: "Ada"
      }),
      {
        token: "redacted",
        accessToken: "redacted",
        data: [{
          client_secret: "redacted",
          password: 0,
          "api-key": "redacted",
          secret: "",
          user_hash: null,
          jwt: { value: "redacted", ok: true }
        }],
        tokens: 3,
        secretary: "Ada"
      }
    )
  })

  it("is known by the name of its parameter, in URLs and forms", () => {
    assert.strictEqual(
      text("https://x.example/f.png?expires=1&signature=abc&X-Amz-Security-Token=d%3D"),
      "https://x.example/f.png?expires=1&signature=redacted&X-Amz-Security-Token=redacted"
    )
    assert.strictEqual(url("client_id=1&client_secret=abc&code=d"), "client_id=1&client_secret=redacted&code=redacted")
  })

  it("is the code of OAuth, but not the code of an error", () => {
    assert.deepStrictEqual(json({ client_id: "1", code: "abc" }), { client_id: "1", code: "redacted" })
    assert.deepStrictEqual(json([{ code: "not_found" }]), [{ code: "not_found" }])
    assert.strictEqual(url("/callback?code=abc&state=1"), "/callback?code=redacted&state=1")
    assert.strictEqual(url("/areas?code=abc"), "/areas?code=abc")
  })

  it("is removed wherever it appears once it is known, encoded or not", () => {
    const redactor = Redaction.make()
    redactor.hide("dG9rOjE/MjM0NTY3OA==")
    assert.strictEqual(
      redactor.text("dG9rOjE%2FMjM0NTY3OA%3D%3D and dG9rOjE%252fMjM0NTY3OA%253d%253d are refused"),
      "redacted and redacted are refused"
    )
    assert.strictEqual(redactor.text("no access for dG9rOjE/MjM0NTY3OA=="), "no access for redacted")
    assert.strictEqual(redactor.url("/me?t=dG9rOjE%2FMjM0NTY3OA%3D%3D"), "/me?t=redacted")
    assert.strictEqual(redactor.url("/me/dG9rOjE/MjM0NTY3OA==?t=dG9rOjE/MjM0NTY3OA=="), "/me/redacted?t=redacted")
    redactor.json({ access_token: "another-token-of-ours" })
    assert.strictEqual(redactor.text("what is another-token-of-ours?"), "what is redacted?")
    redactor.hide("short")
    assert.strictEqual(redactor.text("less than 16 characters stay: short"), "less than 16 characters stay: short")
  })

  it("is removed as a whole if another one is a part of it", () => {
    const redactor = Redaction.make()
    redactor.hide("session-1234567890")
    redactor.hide("user.session-1234567890.signature")
    redactor.hide("1234567890.signature")
    assert.strictEqual(
      redactor.text("user.session-1234567890.signature and session-1234567890"),
      "redacted and redacted"
    )
  })

  it("is removed if it is very long", () => {
    for (const part of [".-token", "a", "%", "%25", "é+/=", "0123456789".repeat(25) + "12345%25"]) {
      const secret = `${part.repeat(Math.ceil(100_000 / part.length))}end`
      const redactor = Redaction.make()
      redactor.hide(secret)
      assert.strictEqual(redactor.text(`no access for ${secret}!`), "no access for redacted!")
      // The match of the first piece fails here, and begins again one character later.
      assert.strictEqual(redactor.text(`${part}${secret}`), `${part}redacted`)
      assert.strictEqual(redactor.text(`${secret.slice(0, -1)}D!`), "redacted!")
      assert.notInclude(redactor.text(`x ${encodeURIComponent(secret)} y`), "token")
    }
    const redactor = Redaction.make()
    const secret = "/a+".repeat(1000)
    redactor.hide(secret)
    const encoded = encodeURIComponent(secret)
    for (const spelled of [secret, encoded, encodeURIComponent(encoded), encoded.toLowerCase()]) {
      assert.strictEqual(redactor.text(`x ${spelled} y ${spelled}`), "x redacted y redacted")
      assert.strictEqual(redactor.text(`${spelled.slice(0, -1)} z`), `${spelled.slice(0, -1)} z`)
    }
  })
})

describe("The function `redact`", () => {
  it("removes what else it should, also from encoded parts of a URL", () => {
    const redactor = Redaction.make((text) => text.replaceAll("Ada Lovelace", "NAME"))
    assert.strictEqual(redactor.url("/s?name=Ada%20Lovelace&p=1"), "/s?name=NAME&p=1")
    assert.deepStrictEqual(redactor.json({ name: "Ada Lovelace" }), { name: "NAME" })
  })
})

// A name has a letter or a digit, and what looks like a URL is decoded and searched part by part.
const addresses = FC.emailAddress().filter((address) => /^[^%]*[a-z\d][^/?&#=%]*@/.test(address))

const sprinkled: FC.Arbitrary<string> = FC.tuple(
  FC.string(),
  FC.constantFrom(" ", "<", "\n", "\"", ",", ": ", "(", ""),
  addresses,
  FC.constantFrom(" ", ">", "\n", "\"", ",", ";", ")"),
  FC.string(),
  FC.constantFrom<(address: string) => string>(
    (address) => address,
    encodeURIComponent,
    (address) => encodeURIComponent(encodeURIComponent(address)),
    (address) => `https://x.example/?email=${encodeURIComponent(address)}&a=1`
  )
).map(([before, open, address, close, after, write]) => before + open + write(address) + close + after)

const values = FC.letrec<{ readonly value: unknown }>((tie) => ({
  value: FC.oneof(
    { maxDepth: 4 },
    addresses,
    sprinkled,
    FC.string(),
    FC.double({ noNaN: true, noDefaultInfinity: true }),
    FC.boolean(),
    FC.constant(null),
    FC.array(tie("value")),
    FC.dictionary(FC.oneof(FC.string(), addresses), tie("value"))
  )
})).value

/** Whether both have the same structure: kinds, lengths, and all values that are no text. */
const isAlike = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((item, at) => isAlike(item, other[at]))
  }
  if (typeof one === "object" && one !== null) {
    return typeof other === "object" && other !== null && !Array.isArray(other) &&
      isAlike(Object.values(one), Object.values(other))
  }
  return typeof one === "string" ? typeof other === "string" : Object.is(one, other)
}

const decodedWhole = (text: string): string => {
  const decoded = text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })
  return decoded === text ? text : decodedWhole(decoded)
}

const found = (text: string): ReadonlyArray<string> =>
  decodedWhole(text).match(/[a-z\d][\w.!$%'*+^`{|}~-]*@(?:[a-z\d-]+\.)+[a-z]+/gi) ?? []

const textsOf = (value: unknown): ReadonlyArray<string> => {
  if (typeof value === "string") return [value]
  return typeof value === "object" && value !== null ? Object.entries(value).flat().flatMap(textsOf) : []
}

describe("Any JSON", () => {
  it.prop("keeps no address", [values], ([value]) => {
    const survivors = textsOf(json(value)).flatMap(found).filter((address) =>
      !/email-\d+@redacted\.example$/i.test(address)
    )
    assert.deepStrictEqual(survivors, [])
  }, { fastCheck: { numRuns: 1000 } })

  it.prop("keeps its structure", [values], ([value]) => {
    // Two keys with the same address become one, if only their capitals differ.
    assert.isTrue(
      isAlike(JSON.parse(JSON.stringify(value).toLowerCase()), json(JSON.parse(JSON.stringify(value).toLowerCase())))
    )
  }, { fastCheck: { numRuns: 1000 } })

  it.prop("keeps text that has no address", [FC.string()], ([given]) => {
    FC.pre(!/[@=%]/.test(given))
    assert.strictEqual(text(given), given)
  })
})

describe("A long text", () => {
  const length = 200_000
  const texts: Readonly<Record<string, string>> = {
    "dashes beside an @": `${"-".repeat(length)}@`,
    "dashes beside an encoded @": `${"-".repeat(length)}%40`,
    "a path": `/${"a".repeat(length)}`,
    "percent signs": `/${"%".repeat(length)}`,
    "encoded characters": `${"%41".repeat(length / 3)}%40`,
    "broken encodings": `${"%E4".repeat(length / 3)}%40`,
    "an @ that is encoded many times": `a%${"25".repeat(length / 2)}40x.example`,
    "a domain without an end": `a@${"b.".repeat(length / 2)}1`,
    "letters and dashes": `${"a-".repeat(length / 2)}@`,
    "many parameters": `/?${"a=b&".repeat(length / 4)}`
  }
  for (const [name, long] of Object.entries(texts)) {
    // Quadratic time would take a minute. Linear time takes less than a second, also on a busy machine.
    it(`takes linear time: ${name}`, () => {
      assert.isString(text(long))
      assert.isString(url(long))
    }, 5000)
  }

  it("that is encoded more than 8 times is redacted", () => {
    const times = (count: number) => `ada%${"25".repeat(count)}40x.example`
    assert.match(text(times(7)), /^email-1%2525/)
    assert.strictEqual(text(times(9)).replace(/%25/g, ""), "redacted")
  })
})
