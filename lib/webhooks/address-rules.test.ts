import { describe, expect, it } from "vitest";
import { createAddressRules } from "./address-rules";

const refusalOf = (address: string, allowedNets: string[] = []) =>
  createAddressRules(allowedNets).refusalOf(address);

describe("the address rules", () => {
  it.each([
    "1.1.1.1",
    "93.184.215.14",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "2606:4700::1111",
    "2001:200::1",
    "2a00:1450:4001::1",
    "2003::1",
    "::ffff:1.1.1.1",
    "64:ff9b::101:101",
  ])("allow the public address %s", (address) => {
    expect(refusalOf(address)).toBeNull();
  });

  it.each([
    ["10.0.0.5", "10.0.0.5"],
    ["::ffff:10.0.0.5", "10.0.0.5"],
    ["::a00:5", "::a00:5 (10.0.0.5)"],
    ["64:ff9b::a00:5", "64:ff9b::a00:5 (10.0.0.5)"],
    ["2002:a00:5::1", "2002:a00:5::1 (10.0.0.5)"],
    ["2001:0:5db8:d70e::f5ff:fffa", "2001:0:5db8:d70e::f5ff:fffa (10.0.0.5)"],
    ["2002:808:808::1", "2002:808:808::1 (8.8.8.8)"],
    ["::1", "::1"],
    ["fe80::1%eth0", "fe80::1%eth0"],
    ["not an address", "not an address"],
  ])("refuse %s and call it %s", (address, called) => {
    expect(refusalOf(address)).toBe(called);
  });

  it("let networks through that the operator allows, and nothing beside them", () => {
    const nets = ["10.1.0.0/16", "192.168.1.7", "fd00::/8"];
    for (const address of ["10.1.2.3", "192.168.1.7", "fd00::5", "::ffff:10.1.2.3", "64:ff9b::a01:203"]) {
      expect(refusalOf(address, nets)).toBeNull();
    }
    for (const address of ["10.2.0.1", "192.168.1.8", "fc00::5", "127.0.0.1", "::1"]) {
      expect(refusalOf(address, nets)).not.toBeNull();
    }
  });

  it.each(["10", "10.0.0.0/33", "10.1/8", "example.com", "10.0.0.0-10.0.0.9"])(
    "don't start with the network %s",
    (net) => {
      expect(() => createAddressRules([net])).toThrow(`${net} isn't a network like 10.0.0.0/8.`);
    },
  );
});
