variable "config" {
  description = "All that the platform is made of, computed from jupyterhub.yaml. Terraform drops unknown keys without a word, so a test of the project compares this type with what the program writes."
  type = object({
    name                = string
    project             = string
    region              = string
    labels              = map(string)
    services            = set(string)
    node_account        = string
    deletion_protection = bool
    network = object({
      nodes    = string
      pods     = string
      services = string
    })
  })

  validation {
    condition     = can(regex("^[a-z]([-a-z0-9]{0,23}[a-z0-9])?$", var.config.name))
    error_message = "The name has at most 25 lower-case letters, digits and hyphens, and starts with a letter."
  }

  validation {
    condition     = can(regex("^[a-z]+-[a-z]+[0-9]+$", var.config.region))
    error_message = "An Autopilot cluster is regional: give a region such as us-central1, not a zone."
  }

  validation {
    condition     = alltrue([for range in values(var.config.network) : can(cidrnetmask(range))])
    error_message = "The address ranges of the network are IPv4 ranges such as 10.0.0.0/20."
  }
}

variable "universe_domain" {
  description = "Domain of the Google universe; null is googleapis.com. Sandboxes set one that cannot exist, so that a call past them fails."
  type        = string
  default     = null
}

variable "poll_interval" {
  description = "How often long-running operations are asked for their state, such as 1s; null is the provider's choice."
  type        = string
  default     = null
}
