// What engines before 2019 do not do with lists by themselves.
// @ts-check
"use strict"

var ArchiveLists = (() => {
  /**
   * The members of all lists, one list after the other.
   * @template T
   * @param {T[][]} lists
   * @returns {T[]}
   */
  function flatten(lists) {
    /** @type {T[]} */
    const members = []
    for (const list of lists) for (const member of list) members.push(member)
    return members
  }

  return { flatten }
})()
