"use client";

import { Search, X } from "lucide-react";
import { useRef } from "react";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { useEarlyInput } from "@/components/ui/use-early-input";

type SearchInputProps = {
  /** What is searched: "Search reviews". */
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  className?: string;
};

export function SearchInput({ label, value, onValueChange, className }: SearchInputProps) {
  const input = useRef<HTMLInputElement>(null);
  useEarlyInput(input, value, onValueChange);
  return (
    <div role="search" className={cn("relative w-full sm:w-64", className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted-foreground"
      />
      <Input
        ref={input}
        type="search"
        autoComplete="off"
        aria-label={label}
        placeholder={label}
        value={value}
        onValueChange={(next) => onValueChange(next)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && value) onValueChange("");
        }}
        className="px-8 [&::-webkit-search-cancel-button]:appearance-none"
      />
      {value && (
        <IconButton
          label="Clear search"
          size="icon-sm"
          className="absolute top-1/2 right-0.5 -translate-y-1/2"
          onClick={() => {
            onValueChange("");
            input.current?.focus();
          }}
        >
          <X />
        </IconButton>
      )}
    </div>
  );
}
