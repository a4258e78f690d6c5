import { setTimeout as sleep } from "node:timers/promises"
import { type Consumer, type Loopback, withServer } from "./client.js"
import { type Figure, inTurns, median, type Report, times } from "./report.js"

const latency = 20
const work = 20
const pages = 20

const consumers: Readonly<Record<string, Consumer>> = {
  "waits": async () => {
    await sleep(work)
  },
  "computes": () => {
    const end = performance.now() + work
    while (performance.now() < end);
  }
}

const readers: Readonly<Record<string, (lists: Loopback, consume: Consumer) => () => Promise<void>>> = {
  "fetch loop": (lists, consume) => lists.loop(false, consume),
  "fetch loop, next page asked for early": (lists, consume) => lists.loop(true, consume),
  "Contacts.stream()": (lists, consume) => lists.stream(0, consume),
  "Contacts.stream({ prefetch: 1 })": (lists, consume) => lists.stream(1, consume),
  "Contacts.stream({ prefetch: 2 })": (lists, consume) => lists.stream(2, consume)
}

/** How much of the waiting a consumer that takes as long for a page as Intercom does is spared. */
export const pagingCase = (): Promise<Report> =>
  withServer(async (serve) => {
    const ideal = latency + pages * Math.max(latency, work)
    const lists = serve(latency, pages)
    const figures: Array<readonly [string, (name: string) => Figure]> = []
    for (const [name, consume] of Object.entries(consumers)) {
      const reads = Object.entries(readers).map(([name, read]) => [name, wallTime(read(lists, consume))] as const)
      for (const [, warmUp] of reads) await warmUp()
      figures.push([name, await inTurns(3, Object.fromEntries(reads))])
    }
    return {
      title: `Reading ${pages} pages, ${latency} ms each, with a consumer that takes ${work} ms for a page`,
      columns: ["", ...figures.flatMap(([consumer]) => [`consumer ${consumer}`, "efficiency"])],
      rows: Object.keys(readers).map((name) => [
        name,
        ...figures.flatMap(([, figure]) => {
          const { value } = figure(name)
          return [`${value.toFixed(0)} ms`, (ideal / value).toFixed(2)]
        })
      ]),
      notes: [
        `Efficiency: ${ideal} ms, where nothing costs anything and all waiting overlaps, by the time measured.`
      ]
    }
  })

/** What a page costs in CPU time where nobody waits. */
export const streamingCase = (): Promise<Report> =>
  withServer(async (serve) => {
    const count = 50
    const lists = serve(0, count)
    const nothing = (): void => {}
    const reads = {
      "fetch loop": lists.loop(false, nothing),
      "Contacts.stream()": lists.stream(0, nothing),
      "Contacts.stream({ prefetch: 1 })": lists.stream(1, nothing)
    }
    for (let i = 0; i < 4; i++) for (const read of Object.values(reads)) await read()
    const rates = new Map<string, Array<number>>(Object.keys(reads).map((name) => [name, []]))
    const cpuTime = (name: string, read: () => Promise<void>) => async (): Promise<number> => {
      const start = performance.now()
      const before = process.cpuUsage()
      await read()
      const { system, user } = process.cpuUsage(before)
      rates.get(name)?.push(count * 1000 / (performance.now() - start))
      return (system + user) / count
    }
    const figure = await inTurns(
      7,
      Object.fromEntries(Object.entries(reads).map(([name, read]) => [name, cpuTime(name, read)]))
    )
    return {
      title: `Reading ${count} pages of 150 contacts over loopback as fast as it goes`,
      columns: ["", "pages/s", "CPU µs/page", "CPU ratio"],
      rows: Object.keys(reads).map((name) => [
        name,
        median(rates.get(name) ?? []).toFixed(0),
        figure(name).value.toFixed(0),
        times(figure(name).ratio)
      ])
    }
  })

const wallTime = (run: () => Promise<void>) => async (): Promise<number> => {
  const start = performance.now()
  await run()
  return performance.now() - start
}
