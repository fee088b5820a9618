import { samePlace } from '../../playback/place.ts';
import type { Flight } from '../scene/view.ts';
import { EMPTY, type FlightFrame, type FlightSetting } from './frame.ts';
import { gathered } from './gathered.ts';
import { FAST, phasesOf } from './phases.ts';
import { scattered } from './scattered.ts';

/** The frame of a step, drawn over the grids: a pure function of the flight and of where things stand. */
export function flightFrame(flight: Flight, setting: FlightSetting): FlightFrame {
  if (setting.speed >= FAST) return { ...EMPTY, direction: flight.direction };
  const phases = phasesOf(flight, setting.speed);
  const frames = flight.products.map((product, i) =>
    flight.direction === 'scatter'
      ? scattered(product, i, flight, phases, setting)
      : gathered(product, flight, phases, setting),
  );
  const all = <K extends 'rings' | 'paths' | 'chips' | 'resting' | 'rolling'>(part: K): FlightFrame[K] =>
    frames.flatMap((frame) => [...frame[part]]) as unknown as FlightFrame[K];
  const [first] = frames;
  return {
    direction: flight.direction,
    rings: flight.direction === 'scatter' ? (first?.rings ?? []) : all('rings'),
    veil: first ? { ...first.veil, holes: frames.flatMap(({ veil }) => veil.holes) } : EMPTY.veil,
    paths: all('paths'),
    chips: all('chips'),
    resting: all('resting'),
    rolling: flight.products.flatMap((product, i) =>
      flight.products.findIndex(({ target }) => samePlace(target, product.target)) === i
        ? (frames[i]?.rolling ?? [])
        : [],
    ),
  };
}
