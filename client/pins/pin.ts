/** Where somebody put a shape by hand: said so that it still means something after the architecture was edited. */
export type Pin = Seat | Spot;

/** In its group: the column and the row, both from 1. */
export interface Seat {
  readonly column: number;
  readonly row: number;
}

/** On the open floor, where no group is around it: its upper left corner, in pixels from that of the picture. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The shapes of a view that were moved by hand, by their ids: plain data that can be sent. */
export type Pins = readonly (readonly [id: string, pin: Pin])[];

export const NO_PINS: Pins = [];

export function isSeat(pin: Pin): pin is Seat {
  return "column" in pin;
}

/** No picture is larger than this, whatever somebody writes. */
const MOST = 999_999;

/** The same with whole numbers that a file can hold. */
export function whole(pin: Pin): Pin {
  const within = (value: number, least: number): number =>
    Number.isFinite(value) ? Math.max(least, Math.min(Math.round(value), MOST)) : least;
  return isSeat(pin)
    ? { column: within(pin.column, 1), row: within(pin.row, 1) }
    : { x: within(pin.x, -MOST), y: within(pin.y, -MOST) };
}
