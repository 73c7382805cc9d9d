#!/usr/bin/env node
// Starts the command line from the built files.
import "../dist/cli/main.js";
