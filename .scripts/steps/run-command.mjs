import { spawn } from 'node:child_process';
import { TOP } from './project.mjs';

/**
 * Runs a program and collects what it says, standard output and error in the order they came.
 * Never throws for a program that fails: `code` says it; 127 when the program does not exist.
 */
export function runCommand(program, args, { cwd = TOP, env = {}, timeoutSeconds = 1200 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.stderr.on('data', (part) => parts.push(part));
    const limit = setTimeout(() => {
      parts.push(`\nstopped after ${timeoutSeconds} s\n`);
      child.kill('SIGKILL');
    }, timeoutSeconds * 1000);
    const end = (code) => {
      clearTimeout(limit);
      resolve({ code, output: parts.map(String).join('') });
    };
    child.on('error', (error) => {
      parts.push(`${error.message}\n`);
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/** Runs a JavaScript program of an installed package by its file inside node_modules. */
export function runPackage(file, args, options) {
  return runCommand(process.execPath, [`${TOP}/node_modules/${file}`, ...args], options);
}
