//go:build tools

// Package tools pins the version of act that the sandbox builds.
package tools

import _ "github.com/nektos/act"
